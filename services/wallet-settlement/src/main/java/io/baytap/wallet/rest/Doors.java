package io.baytap.wallet.rest;

import static io.baytap.wallet.rest.Problem.answer;

import io.baytap.wallet.domain.AuditEntry;
import io.baytap.wallet.domain.AuditEntry.Action;
import io.baytap.wallet.domain.AuditTrail;
import io.baytap.wallet.domain.Person;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collections;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what: by the roles in the bearer token of the identity provider. Open, where a demo has none: then anybody
 * may, under the name they give. Whoever is known and refused stands in the audit trail.
 */
@RequestScoped
public class Doors {

    /** Approves, and all that operations may. */
    static final String FINANCE = "finance";
    /** Proposes, rejects, and tries again what was given up. */
    static final String OPERATIONS = "operations";
    /** Reads everything, the audit trail, too. */
    static final String AUDITOR = "auditor";
    /** Helps riders: reads what became of their rides, and proposes corrections and refunds of them. */
    static final String HELPER = "helper";

    /** Names whoever asks where doors are open. */
    static final String PERSON = "X-Baytap-Person";

    private static final Set<String> READERS = Set.of(FINANCE, OPERATIONS, AUDITOR);
    private static final Set<String> RIDE_READERS = Set.of(FINANCE, OPERATIONS, AUDITOR, HELPER);

    /** The name of whoever gives none at an open door. */
    private static final String NOBODY = "anonymous";

    private static final int NAME_LENGTH_MAX = 100;

    /** Whether roles are asked for. */
    public enum Policy {
        ROLES,
        OPEN
    }

    private final Policy policy;
    private final SecurityIdentity identity;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final AuditTrail trail;

    Doors(Policy policy, SecurityIdentity identity, HttpHeaders headers, UriInfo uri, AuditTrail trail) {
        this.policy = policy;
        this.identity = identity;
        this.headers = headers;
        this.uri = uri;
        this.trail = trail;
    }

    /** Lets finance, operations and auditors read. */
    void toRead() {
        require(Action.READ, uri.getPath(), READERS);
    }

    /** Lets helpers, too, read what became of a ride. */
    void toReadRides() {
        require(Action.READ, uri.getPath(), RIDE_READERS);
    }

    /**
     * Whoever asks, if they have one of the roles.
     *
     * @param target what it is about
     * @throws WebApplicationException 401 without a token, 403 without one of the roles; the answer says why
     */
    Person require(Action action, String target, Set<String> roles) {
        if (policy == Policy.OPEN) {
            return named(headers.getHeaderString(PERSON));
        }
        if (identity.isAnonymous()) {
            throw new WebApplicationException(answer(Status.UNAUTHORIZED, "NO_TOKEN", "needs a bearer token")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build());
        }
        Person person = person();
        if (Collections.disjoint(roles, person.roles())) {
            trail.add(AuditEntry.refused(person, action, target, null, "ROLE_MISSING"));
            String needed = String.join(", ", roles.stream().sorted().toList());
            throw new WebApplicationException(
                    answer(Status.FORBIDDEN, "ROLE_MISSING", "needs one of the roles " + needed)
                            .build());
        }
        return person;
    }

    private Person person() {
        String name = identity.getPrincipal().getName();
        String subject = identity.getPrincipal() instanceof JsonWebToken token ? token.getSubject() : null;
        return new Person(name, subject == null ? name : subject, Set.copyOf(identity.getRoles()));
    }

    private static Person named(@Nullable String given) {
        String name = given == null || given.isBlank() || given.length() > NAME_LENGTH_MAX ? NOBODY : given.strip();
        return new Person(name, name, Set.of());
    }
}
