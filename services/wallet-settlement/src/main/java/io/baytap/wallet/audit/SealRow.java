package io.baytap.wallet.audit;

import io.baytap.wallet.domain.Chain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;

/** A seal as it is stored. Hashes that are compared as a whole are hexadecimal text. */
final class SealRow {

    static final String ORDERED = "select book, number, previous, leaves, hash from seal order by book, number";

    private static final HexFormat HEX = HexFormat.of();

    private final short book;
    private final long number;
    private final byte[] previous;
    private final byte[] leaves;
    private final String hash;

    private SealRow(ResultSet row) throws SQLException {
        this.book = row.getShort(1);
        this.number = row.getLong(2);
        this.previous = row.getBytes(3);
        this.leaves = row.getBytes(4);
        this.hash = HEX.formatHex(row.getBytes(5));
    }

    static SealRow read(ResultSet row) throws SQLException {
        return new SealRow(row);
    }

    short book() {
        return book;
    }

    long number() {
        return number;
    }

    String hash() {
        return hash;
    }

    String previous() {
        return HEX.formatHex(previous);
    }

    /** What the hash should be. */
    String computed() {
        return HEX.formatHex(Chain.seal(previous, book, number, leaves));
    }

    int journals() {
        return leaves.length / Chain.HASH_LENGTH;
    }

    /** What was sealed of a journal; places begin at 1. */
    byte[] leaf(int place) {
        return Arrays.copyOfRange(leaves, (place - 1) * Chain.HASH_LENGTH, place * Chain.HASH_LENGTH);
    }

    @Override
    public String toString() {
        return "book " + book + " seal " + number;
    }
}
