package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code fare_leg_rules.txt}. An empty field matches everything.
 *
 * @param row the row in that file; the header is row 1
 * @param network the network, or {@link #ANY}
 * @param from the area the leg begins in, or {@link #ANY}
 * @param to the area the leg ends in, or {@link #ANY}
 * @param timeframes the rule applies within any of them; null: always
 */
public record LegRule(
        int row,
        String network,
        String from,
        String to,
        @Nullable List<Timeframe> timeframes,
        int priority,
        String fareProductId,
        Money fare) {

    /** An empty field. */
    public static final String ANY = "";

    /**
     * The rule that decides comes first: the higher priority, then the one with more fields filled in. What is then left
     * to the rider by GTFS is decided for the rider: the lower fare.
     */
    static final Comparator<LegRule> STRONGEST_FIRST = Comparator.comparingInt(LegRule::priority)
            .thenComparingInt(LegRule::fieldCount)
            .reversed()
            .thenComparing(LegRule::fare)
            .thenComparingInt(LegRule::row);

    boolean appliesAt(LocalDateTime local) {
        if (timeframes == null) {
            return true;
        }
        for (Timeframe timeframe : timeframes) {
            if (timeframe.includes(local)) {
                return true;
            }
        }
        return false;
    }

    Price price() {
        return new Price(fare, fareProductId, "fare_leg_rules.txt:" + row);
    }

    private int fieldCount() {
        return (network.equals(ANY) ? 0 : 1)
                + (from.equals(ANY) ? 0 : 1)
                + (to.equals(ANY) ? 0 : 1)
                + (timeframes == null ? 0 : 1);
    }
}
