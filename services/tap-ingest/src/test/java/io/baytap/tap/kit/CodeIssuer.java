package io.baytap.tap.kit;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Signs rider codes, and builds bad ones. */
public record CodeIssuer(String issuerId, String scheme, KeyPair keys) {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    public static CodeIssuer create(String issuerId, String scheme) {
        return new CodeIssuer(issuerId, scheme, Keys.generate());
    }

    /** Valid for ten minutes from a minute before. */
    public String code(String account, Instant around) {
        return code(account, around.minus(Duration.ofMinutes(1)), around.plus(Duration.ofMinutes(9)));
    }

    public String code(String account, Instant issuedAt, Instant expiresAt) {
        return sign(
                "{\"alg\":\"EdDSA\",\"kid\":\"%s\"}".formatted(issuerId),
                "{\"iss\":\"%s\",\"sub\":\"%s\",\"scheme\":\"%s\",\"iat\":%d,\"exp\":%d}"
                        .formatted(issuerId, account, scheme, issuedAt.getEpochSecond(), expiresAt.getEpochSecond()));
    }

    /** Whatever the header and the payload say. */
    public String sign(String header, String payload) {
        String input = BASE64.encodeToString(Keys.utf8(header)) + "." + BASE64.encodeToString(Keys.utf8(payload));
        return input + "." + BASE64.encodeToString(Keys.sign(keys.getPrivate(), Keys.utf8(input)));
    }

    /** The same issuer as someone imagines it who does not have its key. */
    public CodeIssuer forged() {
        return new CodeIssuer(issuerId, scheme, Keys.generate());
    }
}
