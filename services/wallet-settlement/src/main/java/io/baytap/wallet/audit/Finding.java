package io.baytap.wallet.audit;

/**
 * Something in the ledger that is not as it was written.
 *
 * @param row names it: a journal's id, a place in a book, an account
 * @param detail what is there and what should be
 */
public record Finding(Kind kind, String row, String detail) {

    /** What happened to it. Stable: scripts read it. */
    public enum Kind {
        /** Says something else than when it was sealed. */
        CHANGED,
        /** Was sealed and is not there. */
        MISSING,
        /** Is there and was never sealed. */
        ADDED,
        /** A chain that does not hang together. */
        BROKEN,
        /** A balance that is not the sum of its postings. */
        BALANCE,
        /** Tables that contradict the ledger. */
        DISAGREES
    }

    @Override
    public String toString() {
        return kind + "\t" + row + "\t" + detail;
    }
}
