package io.baytap.wallet.domain;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Our numbers at the provider: 32 of {@code [0-9a-z]}, derived from what they number. */
public final class TradeNumber {

    private static final int LENGTH = 32;
    private static final int BASE = 36;

    private TradeNumber() {}

    /** Number of the n-th attempt to debit a charge; 1 is the first. */
    public static String of(String chargeId, int attempt) {
        return of(chargeId + "#" + attempt);
    }

    /** Number of a refund. */
    public static String of(String cause) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(cause.getBytes(StandardCharsets.UTF_8));
            String digits = new BigInteger(1, hash).toString(BASE);
            return "0".repeat(Math.max(0, LENGTH - digits.length()))
                    + digits.substring(0, Math.min(LENGTH, digits.length()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
