package io.baytap.tap.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.tap.domain.Issuer;
import io.baytap.tap.domain.RiderCode;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what an issuer claims in the payload of a code. */
final class Claims {

    /** An alias becomes part of a record key. */
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

    /** The last second of the year 9999, the latest that RFC 3339 can write. */
    private static final long SECONDS_MAX = 253_402_300_799L;

    private Claims() {}

    /** Null if a claim is missing or unreadable, or speaks for another issuer, or for another scheme than the issuer's. */
    static @Nullable RiderCode find(byte[] payload, Issuer issuer) {
        JsonNode claims = JsonObjects.find(payload);
        if (claims == null
                || !issuer.issuerId().equals(claims.path("iss").textValue())
                || !issuer.scheme().name().equals(claims.path("scheme").textValue())) {
            return null;
        }
        String account = claims.path("sub").textValue();
        JsonNode issuedAt = claims.path("iat");
        JsonNode expiresAt = claims.path("exp");
        return account != null && ACCOUNT.matcher(account).matches() && areInOrder(issuedAt, expiresAt)
                ? new RiderCode(
                        issuer.scheme(),
                        account,
                        Instant.ofEpochSecond(issuedAt.longValue()),
                        Instant.ofEpochSecond(expiresAt.longValue()))
                : null;
    }

    private static boolean areInOrder(JsonNode issuedAt, JsonNode expiresAt) {
        return issuedAt.isIntegralNumber()
                && expiresAt.isIntegralNumber()
                && issuedAt.canConvertToLong()
                && expiresAt.canConvertToLong()
                && issuedAt.longValue() >= 0
                && issuedAt.longValue() < expiresAt.longValue()
                && expiresAt.longValue() <= SECONDS_MAX;
    }
}
