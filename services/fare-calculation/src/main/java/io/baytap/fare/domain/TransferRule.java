package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code fare_transfer_rules.txt}.
 *
 * @param row the row in that file; the header is row 1
 * @param from the leg group before the transfer; empty: every group that no rule names there
 * @param to the leg group after it; empty: every group that no rule names there
 * @param countMax how many transfers in a row it covers; {@link #NO_LIMIT} for any number
 * @param limit how long the transfer may take; null for as long as it likes
 * @param span what {@code limit} is measured between
 * @param cost what is paid then
 * @param product the price of the transfer itself; negative for a discount
 */
public record TransferRule(
        int row,
        String from,
        String to,
        int countMax,
        @Nullable Duration limit,
        Span span,
        Cost cost,
        Money product) {

    public static final int NO_LIMIT = -1;

    /** What the time of a transfer is measured between: {@code duration_limit_type}. */
    public enum Span {
        DEPARTURE_TO_ARRIVAL,
        DEPARTURE_TO_DEPARTURE,
        ARRIVAL_TO_DEPARTURE,
        ARRIVAL_TO_ARRIVAL
    }

    /** What is paid for legs with a transfer between them: {@code fare_transfer_type}. */
    public enum Cost {
        /** The legs before, and the transfer: A + AB. */
        FROM_AND_TRANSFER,
        /** All three: A + AB + B. */
        FROM_TRANSFER_AND_TO,
        /** The transfer alone: AB. */
        TRANSFER
    }

    /** Whether the transfer is quick enough, measured from the first leg that the rule covers. */
    boolean isWithinLimit(TransferLeg first, TransferLeg last) {
        if (limit == null) {
            return true;
        }
        Instant start = span == Span.DEPARTURE_TO_ARRIVAL || span == Span.DEPARTURE_TO_DEPARTURE
                ? first.departs()
                : first.arrives();
        Instant end =
                span == Span.DEPARTURE_TO_ARRIVAL || span == Span.ARRIVAL_TO_ARRIVAL ? last.arrives() : last.departs();
        return Duration.between(start, end).compareTo(limit) <= 0;
    }

    boolean coversTransfer(int number) {
        return countMax == NO_LIMIT || number <= countMax;
    }

    /** Whether it is for the same transfer, repeated: only a transfer within one group can be. */
    boolean isOfSameGroups(TransferRule other) {
        return from.equals(to) && from.equals(other.from) && to.equals(other.to);
    }

    String label() {
        return "fare_transfer_rules.txt:" + row;
    }
}
