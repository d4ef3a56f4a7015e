package io.baytap.wallet.domain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The hash chain of a book. A seal covers the journals that one transaction wrote:
 *
 * <pre>
 * seal = SHA-256( seal before it | book, 2 bytes | number in the book from 1, 8 bytes | leaf 1 | leaf 2 | … )
 * </pre>
 *
 * numbers with the most significant byte first; before the first seal stand 32 zero bytes.
 */
public final class Chain {

    /** Bytes of a leaf and of a seal. */
    public static final int HASH_LENGTH = 32;

    private Chain() {}

    /** What the first seal of a book follows. */
    public static byte[] beginning() {
        return new byte[HASH_LENGTH];
    }

    /** The hashes of journals, one after the other. */
    public static byte[] leaves(List<Journal> journals) {
        var leaves = ByteBuffer.allocate(Math.multiplyExact(HASH_LENGTH, journals.size()));
        journals.forEach(journal -> leaves.put(Leaf.of(journal).hash()));
        return leaves.array();
    }

    /** The seal with that number over those leaves. */
    public static byte[] seal(byte[] previous, short book, long number, byte[] leaves) {
        MessageDigest digest = sha256();
        digest.update(previous);
        digest.update(ByteBuffer.allocate(Short.BYTES + Long.BYTES)
                .putShort(book)
                .putLong(number)
                .array());
        return digest.digest(leaves);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
