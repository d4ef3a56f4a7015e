package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code fare_leg_rules.txt}.
 *
 * @param row the row in that file; the header is row 1
 * @param network the network, or {@link #ANY}
 * @param from the area the leg begins in, or {@link #ANY}
 * @param to the area the leg ends in, or {@link #ANY}
 * @param departure the leg has to begin within any of them; null: at any time
 * @param arrival the leg has to end within any of them; null: at any time
 * @param price what a leg costs by it
 */
public record LegRule(
        int row,
        String network,
        String from,
        String to,
        @Nullable List<Timeframe> departure,
        @Nullable List<Timeframe> arrival,
        int priority,
        Price price) {

    /** An empty field. */
    public static final String ANY = "";

    /**
     * The rules of the highest priority decide. Which of those the rider buys is left to the rider by GTFS, and decided here
     * for the rider: the lowest fare.
     */
    static final Comparator<LegRule> STRONGEST_FIRST = Comparator.comparingInt(LegRule::priority)
            .reversed()
            .thenComparing(LegRule::fare)
            .thenComparingInt(LegRule::row);

    public Money fare() {
        return price.fare();
    }

    /** True if it applies at some times and not at others. */
    boolean isTimed() {
        return departure != null || arrival != null;
    }

    /** Whether the rule applies to a leg between those two times. */
    boolean appliesAt(LegTimes times) {
        return (departure == null || includes(departure, times.departs()))
                && (arrival == null || includes(arrival, times.arrives()));
    }

    private static boolean includes(List<Timeframe> timeframes, LocalDateTime local) {
        for (Timeframe timeframe : timeframes) {
            if (timeframe.includes(local)) {
                return true;
            }
        }
        return false;
    }
}
