package io.baytap.tap.kit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the service under test has to call a rider, by RFC 2104 step by step: HMAC is H(K ^ opad, H(K ^ ipad, text)). */
public final class Pseudonym {

    private static final int BLOCK = 64;
    private static final int HEX_DIGITS = 32;

    private Pseudonym() {}

    /** By the keys of the tests' settings. */
    public static String of(String scheme, String account) {
        String setting = "tap.pseudonym-keys." + (scheme.equals("WECHAT_PAY_HK") ? "hong-kong" : "mainland");
        byte[] key = Base64.getDecoder().decode(ConfigProvider.getConfig().getValue(setting, String.class));
        return of(key, scheme, account);
    }

    /**
     * By that key.
     *
     * @param key not longer than 64 bytes
     */
    public static String of(byte[] key, String scheme, String account) {
        byte[] text = (scheme + ":" + account).getBytes(StandardCharsets.UTF_8);
        byte[] hash = sha256(padded(key, 0x5c), sha256(padded(key, 0x36), text));
        return scheme + ":" + HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
    }

    private static byte[] padded(byte[] key, int pad) {
        byte[] block = Arrays.copyOf(key, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            block[i] = (byte) (block[i] ^ pad);
        }
        return block;
    }

    private static byte[] sha256(byte[] first, byte[] then) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            return digest.digest(then);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
