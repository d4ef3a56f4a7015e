package io.baytap.sandbox.gates;

import io.baytap.sandbox.provider.Scheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * A wallet that gives its users signed codes: JWS compact, EdDSA.
 *
 * @param issuerId the {@code kid} of its codes
 * @param scheme whose accounts it vouches for
 */
public record CodeIssuer(String issuerId, Scheme scheme, SigningKey key) {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** The registered issuer of the scheme. */
    public static CodeIssuer of(Scheme scheme) {
        String issuerId = scheme.folder() + "-codes";
        return new CodeIssuer(issuerId, scheme, SigningKey.of("issuer " + issuerId));
    }

    /** Says it is the registered issuer, but has another key. */
    public static CodeIssuer forgerOf(Scheme scheme) {
        return new CodeIssuer(scheme.folder() + "-codes", scheme, SigningKey.of("forger"));
    }

    /** Somebody who was never registered. */
    public static CodeIssuer unknown(Scheme scheme) {
        return new CodeIssuer("nobody-codes", scheme, SigningKey.of("issuer nobody-codes"));
    }

    /** A code for the account. */
    public String issue(String account, Instant issuedAt, Instant expiresAt) {
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + issuerId + "\"}";
        String payload = "{\"iss\":\"" + issuerId + "\",\"sub\":\"" + account + "\",\"scheme\":\"" + scheme
                + "\",\"iat\":" + issuedAt.getEpochSecond() + ",\"exp\":" + expiresAt.getEpochSecond() + "}";
        String signed = base64(header.getBytes(StandardCharsets.UTF_8)) + "."
                + base64(payload.getBytes(StandardCharsets.UTF_8));
        return signed + "." + base64(key.sign(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static String base64(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}
