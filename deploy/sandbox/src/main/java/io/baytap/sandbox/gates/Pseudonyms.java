package io.baytap.sandbox.gates;

import io.baytap.sandbox.provider.Scheme;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the line has to call a rider: the first half of HMAC-SHA-256 over {@code <scheme>:<account>}, in hex, by the key of the side on
 * which the wallet is. Whoever registers contracts and denials has to know it; written down here a second time, apart from tap-ingest.
 *
 * @param mainlandKey in base64
 * @param hongKongKey in base64
 */
public record Pseudonyms(String mainlandKey, String hongKongKey) {

    private static final String MAINLAND = "TAP_PSEUDONYM_KEYS_MAINLAND";
    private static final String HONG_KONG = "TAP_PSEUDONYM_KEYS_HONG_KONG";
    private static final int HEX_DIGITS = 32;

    /** By keys that everybody knows. */
    public static Pseudonyms development() {
        return new Pseudonyms(
                base64("baytap-development-key-of-the-mainland"), base64("baytap-development-key-of-hong-kong"));
    }

    /** By the keys in these variables, named as tap-ingest's settings are; without them by those of {@link #development}. */
    public static Pseudonyms of(Map<String, String> environment) {
        Pseudonyms usual = development();
        return new Pseudonyms(
                environment.getOrDefault(MAINLAND, usual.mainlandKey),
                environment.getOrDefault(HONG_KONG, usual.hongKongKey));
    }

    /** The settings with which tap-ingest goes by the same keys. */
    public Map<String, String> tapIngestEnvironment() {
        return Map.of(MAINLAND, mainlandKey, HONG_KONG, hongKongKey, "TAP_PSEUDONYM_KEYS_DEVELOPMENT_ALLOWED", "true");
    }

    /** As the line calls who has that account. */
    public String riderId(Scheme scheme, String account) {
        String key = scheme == Scheme.WECHAT_PAY_HK ? hongKongKey : mainlandKey;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
            byte[] hash = mac.doFinal((scheme + ":" + account).getBytes(StandardCharsets.UTF_8));
            String hex = HexFormat.of().formatHex(hash);
            return scheme + ":" + hex.substring(0, HEX_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String key) {
        return Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.US_ASCII));
    }
}
