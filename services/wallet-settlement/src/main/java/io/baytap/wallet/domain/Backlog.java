package io.baytap.wallet.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What is left lying. An outage is a {@code StorageOutage}. */
public interface Backlog {

    /**
     * A look at it.
     *
     * @param unknownLong charges that were asked after ten times or more and are still unknown, by scheme
     * @param oldestPending when the oldest fare was whose charge is in its first attempt, by scheme; later attempts wait for days on purpose
     * @param outbox outcomes that are booked and not told; counted up to 100,000
     * @param batchedThrough the last business day that has its batches for all operators; empty before the first
     */
    record Seen(
            Map<WalletScheme, Long> unknownLong,
            Map<WalletScheme, Instant> oldestPending,
            long outbox,
            Optional<LocalDate> batchedThrough) {}

    Seen see();
}
