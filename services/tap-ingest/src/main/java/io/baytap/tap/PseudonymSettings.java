package io.baytap.tap;

import io.baytap.tap.crypto.Pseudonyms;
import io.baytap.tap.domain.WalletScheme;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** Reads the keys of pseudonyms and refuses those that protect nobody. No text says anything of a key but its length. */
final class PseudonymSettings {

    private static final int KEY_BYTES_MIN = 32;

    /** Keys that begin with it are known to everybody. */
    private static final byte[] DEVELOPMENT = "baytap-development-".getBytes(StandardCharsets.US_ASCII);

    private PseudonymSettings() {}

    /**
     * The pseudonyms by these keys.
     *
     * @param production true in the profile "prod"
     * @throws IllegalArgumentException naming the setting that is wrong, and why
     */
    static Pseudonyms read(TapConfig.PseudonymKeys settings, boolean production) {
        byte[] mainland = key("tap.pseudonym-keys.mainland", settings.mainland());
        byte[] hongKong = key("tap.pseudonym-keys.hong-kong", settings.hongKong());
        if (MessageDigest.isEqual(mainland, hongKong)) {
            throw new IllegalArgumentException(
                    "tap.pseudonym-keys.hong-kong is the key of tap.pseudonym-keys.mainland; each side needs its own");
        }
        if (production && !settings.developmentAllowed()) {
            refuseDevelopment("tap.pseudonym-keys.mainland", mainland);
            refuseDevelopment("tap.pseudonym-keys.hong-kong", hongKong);
        }
        return new Pseudonyms(Map.of(WalletScheme.Side.MAINLAND, mainland, WalletScheme.Side.HONG_KONG, hongKong));
    }

    private static byte[] key(String setting, String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            // Without the cause, which may quote the key.
            throw new IllegalArgumentException(setting + " is not base64");
        }
        if (key.length < KEY_BYTES_MIN) {
            throw new IllegalArgumentException(
                    setting + " has " + key.length + " bytes; it needs " + KEY_BYTES_MIN + " at least, in base64");
        }
        return key;
    }

    private static void refuseDevelopment(String setting, byte[] key) {
        if (Arrays.mismatch(key, DEVELOPMENT) == DEVELOPMENT.length) {
            throw new IllegalArgumentException(
                    setting + " is a development key, which everybody knows; in production it needs"
                            + " tap.pseudonym-keys.development-allowed=true");
        }
    }
}
