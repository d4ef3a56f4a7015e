package io.baytap.fx.rest;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what: by the roles in the bearer token of the identity provider. Open, where a demo has none: then anybody
 * may, under the name they give.
 */
public final class Doors {

    /** May propose and approve rates. */
    static final String FINANCE = "finance";
    /** May bring published tables and propose rates. */
    static final String OPERATIONS = "operations";
    /** May see proposals and who decided on them. */
    static final String AUDITOR = "auditor";

    /** The name of whoever gives none at an open door. */
    private static final String NOBODY = "anonymous";

    private static final int NAME_LENGTH_MAX = 100;

    private final boolean open;

    /** @param open whether roles are not asked for */
    public Doors(boolean open) {
        this.open = open;
    }

    /**
     * Whoever asks, if they have one of the roles.
     *
     * @param named the name given without a token
     * @throws NotAuthorizedException without a token
     * @throws ForbiddenException without one of the roles
     */
    Person require(SecurityIdentity identity, @Nullable String named, String... roles) {
        if (open) {
            return new Person(
                    named == null || named.isBlank() || named.length() > NAME_LENGTH_MAX ? NOBODY : named.strip());
        }
        if (identity.isAnonymous()) {
            throw new NotAuthorizedException("Bearer");
        }
        if (Arrays.stream(roles).noneMatch(Set.copyOf(identity.getRoles())::contains)) {
            throw new ForbiddenException("needs one of the roles " + String.join(", ", roles));
        }
        return new Person(identity.getPrincipal().getName());
    }
}
