package io.baytap.wallet.domain;

import java.util.List;

/** Outcomes that were booked and have still to be told. */
public interface Outbox {

    /** An outcome and its place in the order. */
    record Entry(long sequence, Outcome outcome) {}

    /** The oldest ones, in order. */
    List<Entry> oldest(int max);

    /** Forgets outcomes that were told. */
    void remove(List<Long> sequences);
}
