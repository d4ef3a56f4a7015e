package io.baytap.reporting.domain.opendata;

import io.baytap.reporting.domain.BusinessDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * When what is published.
 *
 * @param threshold the least count that may be told
 * @param settle how long after its last day a period is waited for
 */
public record PublicationRules(int threshold, Duration settle, PeriodLength length) {

    /** Below, whoever is one of them knows the other. */
    private static final int THRESHOLD_MIN = 3;

    private static final int THRESHOLD_MAX = 1_000;
    private static final Duration SETTLE_MAX = Duration.ofDays(31);

    /** As long as Kafka keeps events: what is older might no longer be whole. */
    private static final int DAYS_BACK_MAX = 31;

    private static final int MONTH_DAYS_MAX = 31;

    /**
     * No publication, by whatever settings, is of a journey that began more days ago: the day that settled last, the days back from
     * it, and the month that the first of those is in.
     */
    public static final int DAYS_NEEDED_MAX = (int) SETTLE_MAX.toDays() + DAYS_BACK_MAX + MONTH_DAYS_MAX;

    public PublicationRules {
        if (threshold < THRESHOLD_MIN || threshold > THRESHOLD_MAX) {
            throw new IllegalArgumentException("reporting.open-data.threshold is not between " + THRESHOLD_MIN + " and "
                    + THRESHOLD_MAX + ": " + threshold);
        }
        if (settle.isNegative() || settle.compareTo(SETTLE_MAX) > 0) {
            throw new IllegalArgumentException("reporting.open-data.settle is not between 0 and 31 days: " + settle);
        }
    }

    /** The periods that have settled, oldest first, published or not. */
    List<PublicationPeriod> due(Instant now) {
        LocalDate lastSettled = BusinessDay.of(now.minus(settle)).minusDays(1);
        return lastSettled
                .minusDays(DAYS_BACK_MAX - 1L)
                .datesUntil(lastSettled.plusDays(1))
                .map(this::periodOf)
                .distinct()
                .filter(period -> !period.last().isAfter(lastSettled))
                .toList();
    }

    private PublicationPeriod periodOf(LocalDate day) {
        return switch (length) {
            case DAY -> PublicationPeriod.of(day);
            case MONTH -> PublicationPeriod.of(YearMonth.from(day));
        };
    }
}
