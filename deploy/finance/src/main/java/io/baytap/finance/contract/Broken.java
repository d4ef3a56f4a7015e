package io.baytap.finance.contract;

/**
 * A promise that does not hold.
 *
 * @param where a record's topic, partition and offset; or what a sum is of
 * @param detail what is there and what was promised
 */
record Broken(Kind kind, String where, String detail) {

    /** Which promise. Stable: scripts read it. */
    enum Kind {
        /** A value is an event of its topic's schema. */
        READABLE,
        /** The key is the field that the table of topics names, and a key stands in one partition only. */
        KEYED,
        /** An id derives from its cause. */
        DERIVED,
        /** The same id says the same, however often it comes. */
        SAME,
        /** Amounts have the sign and currency that the dictionary says, and the parts of one event add up. */
        AMOUNTS,
        /** What an event refers to is there, and allows it. */
        REFERENCES,
        /** Batches are the sums of what was posted. */
        SUMS
    }

    @Override
    public String toString() {
        return kind + "\t" + where + "\t" + detail;
    }
}
