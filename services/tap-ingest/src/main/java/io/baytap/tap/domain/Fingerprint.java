package io.baytap.tap.domain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells contents apart: the first 64 bits of their SHA-256. */
public final class Fingerprint {

    private Fingerprint() {}

    /** The fingerprint of {@code length} bytes from {@code offset} on. */
    public static long of(byte[] content, int offset, int length) {
        MessageDigest digest = sha256();
        digest.update(content, offset, length);
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
