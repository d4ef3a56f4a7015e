package io.baytap.check;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Who signs the codes of a mainland wallet: JWS compact, EdDSA. Its id and account need no escape in JSON. */
record Issuer(String id, SigningKey key) {

    private static final String SCHEME = "WEIXIN_PAY";
    private static final Duration LIFE = Duration.ofMinutes(1);

    /** A code of the account, for that moment. */
    String code(String account, Instant at) {
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + id + "\"}";
        String payload = "{\"iss\":\"" + id + "\",\"sub\":\"" + account + "\",\"scheme\":\"" + SCHEME + "\",\"iat\":"
                + at.getEpochSecond() + ",\"exp\":" + at.plus(LIFE).getEpochSecond() + "}";
        String signed = base64(header.getBytes(StandardCharsets.UTF_8)) + "."
                + base64(payload.getBytes(StandardCharsets.UTF_8));
        return signed + "." + base64(key.sign(signed));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
