package io.baytap.tap.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.tap.domain.Issuer;
import io.baytap.tap.domain.RiderCode;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what an issuer claims in the payload of a code. */
final class Claims {

    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

    /** The last second of the year 9999, the latest that RFC 3339 can write. */
    private static final long SECONDS_MAX = 253_402_300_799L;

    private Claims() {}

    /**
     * Null if a claim is missing or unreadable, speaks for another issuer, for another scheme than the issuer's, or names the
     * rider by another pseudonym than the account's. The account itself ends here.
     */
    static @Nullable RiderCode find(byte[] payload, Issuer issuer, Pseudonyms pseudonyms) {
        JsonNode claims = JsonObjects.find(payload);
        if (claims == null
                || !issuer.issuerId().equals(claims.path("iss").textValue())
                || !issuer.scheme().name().equals(claims.path("scheme").textValue())) {
            return null;
        }
        String account = claims.path("sub").textValue();
        JsonNode issuedAt = claims.path("iat");
        JsonNode expiresAt = claims.path("exp");
        if (account == null || !ACCOUNT.matcher(account).matches() || !areInOrder(issuedAt, expiresAt)) {
            return null;
        }
        String riderId = pseudonyms.riderId(issuer.scheme(), account);
        // Gates look riders up by this claim, for they cannot know the pseudonym otherwise.
        return claims.has("rider") && !riderId.equals(claims.path("rider").textValue())
                ? null
                : new RiderCode(
                        issuer.scheme(),
                        riderId,
                        Instant.ofEpochSecond(issuedAt.longValue()),
                        Instant.ofEpochSecond(expiresAt.longValue()));
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
