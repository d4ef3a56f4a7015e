package io.baytap.sandbox.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Codes and refresh tokens that were given and not used yet, in memory. Each is good once. */
final class Grants {

    private static final Duration CODE_LIFE = Duration.ofMinutes(1);
    private static final int GRANTS_MAX = 10_000;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    /**
     * What somebody was let in for.
     *
     * @param challenge of PKCE, for a code; null for a refresh token
     */
    record Grant(
            Person person,
            Instant loggedInAt,
            Instant until,
            @Nullable String nonce,
            @Nullable String challenge) {}

    String code(Person person, Instant now, Instant loggedInAt, @Nullable String nonce, String challenge) {
        return add(new Grant(person, loggedInAt, now.plus(CODE_LIFE), nonce, challenge));
    }

    /** Good until somebody ends it. */
    String refresh(Grant grant) {
        return add(new Grant(grant.person, grant.loggedInAt, Instant.MAX, grant.nonce, null));
    }

    Optional<Grant> take(@Nullable String secret, Instant now) {
        return Optional.ofNullable(secret).map(grants::remove).filter(grant -> grant.until.isAfter(now));
    }

    /** Whatever was given is no good any more. */
    void end() {
        grants.clear();
    }

    private String add(Grant grant) {
        if (grants.size() >= GRANTS_MAX) {
            throw new IllegalStateException("too many logins for a sandbox");
        }
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        grants.put(secret, grant);
        return secret;
    }
}
