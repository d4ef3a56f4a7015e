package io.baytap.tap.crypto;

import io.baytap.tap.domain.Issuer;
import io.baytap.tap.domain.RiderCode;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Reads what an issuer claims in the payload of a code. */
final class Claims {

    /** An alias becomes part of a record key. */
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

    /** The last second of the year 9999, the latest that RFC 3339 can write. */
    private static final long SECONDS_MAX = 253_402_300_799L;

    private Claims() {}

    /** Null if a claim is missing or unreadable, or speaks for another issuer, or for another scheme than the issuer's. */
    static @Nullable RiderCode find(String payload, Issuer issuer) {
        Map<String, Object> claims;
        try {
            claims = JsonUtil.parseJson(payload);
        } catch (JoseException e) {
            return null;
        }
        boolean authorised = issuer.issuerId().equals(claims.get("iss"))
                && issuer.scheme().name().equals(claims.get("scheme"));
        if (!authorised
                || !(claims.get("sub") instanceof String account)
                || !ACCOUNT.matcher(account).matches()
                || !(claims.get("iat") instanceof Long issuedAt)
                || !(claims.get("exp") instanceof Long expiresAt)) {
            return null;
        }
        boolean inOrder = issuedAt >= 0 && issuedAt < expiresAt && expiresAt <= SECONDS_MAX;
        return inOrder
                ? new RiderCode(
                        issuer.scheme(), account, Instant.ofEpochSecond(issuedAt), Instant.ofEpochSecond(expiresAt))
                : null;
    }
}
