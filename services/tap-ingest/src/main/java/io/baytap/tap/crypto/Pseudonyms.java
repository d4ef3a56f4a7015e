package io.baytap.tap.crypto;

import io.baytap.tap.domain.WalletScheme;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** What the line calls a rider instead of the wallet's account: a keyed hash, with a key per side that only its wallets and tap-ingest have. */
public final class Pseudonyms {

    private static final String HMAC = "HmacSHA256";

    /** Half of the hash: two accounts among a thousand million share a pseudonym with a chance of one in 10^20. */
    private static final int BYTES = 16;

    private final Map<WalletScheme.Side, SecretKey> keys = new EnumMap<>(WalletScheme.Side.class);

    /** By these keys, in bytes; each side must have one. */
    public Pseudonyms(Map<WalletScheme.Side, byte[]> keys) {
        for (WalletScheme.Side side : WalletScheme.Side.values()) {
            byte[] key = keys.get(side);
            if (key == null) {
                throw new IllegalArgumentException("no key for " + side);
            }
            this.keys.put(side, new SecretKeySpec(key, HMAC));
        }
    }

    /** {@code <scheme>:<32 hex digits>}, always the same for an account under one key. */
    public String riderId(WalletScheme scheme, String account) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(keys.get(scheme.side()));
            byte[] hash = mac.doFinal((scheme + ":" + account).getBytes(StandardCharsets.UTF_8));
            return scheme + ":" + HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
