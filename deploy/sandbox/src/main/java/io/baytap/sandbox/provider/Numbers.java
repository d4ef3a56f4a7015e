package io.baytap.sandbox.provider;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Numbers that derive from their cause, so that a run of the same day has the same ones. */
final class Numbers {

    private Numbers() {}

    /** @param count at most 70 */
    static String digits(String cause, int count) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(cause.getBytes(StandardCharsets.UTF_8));
            String decimal = new BigInteger(1, hash).toString();
            return "0".repeat(Math.max(0, count - decimal.length()))
                    + decimal.substring(Math.max(0, decimal.length() - count));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
