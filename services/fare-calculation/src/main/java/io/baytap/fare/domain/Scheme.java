package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promise to riders that spans journeys, of one operator or of several, in one currency or over two: caps, interchange
 * discounts, a fare subsidy.
 *
 * @param currency in which its amounts are stated; a fare in another counts at the mid rate in force at its time
 * @param zone whose days, weeks and months count
 * @param from from when on it holds
 * @param until up to, not including, then; null: it has no end
 */
public record Scheme(
        String id,
        Currency currency,
        ZoneId zone,
        Instant from,
        @Nullable Instant until,
        List<Interchange> interchanges,
        List<Cap> caps,
        List<Subsidy> subsidies) {

    /** Some routes: ids, or prefixes that end in {@code *}. */
    public record Routes(List<String> patterns) {
        boolean include(String routeId) {
            for (String pattern : patterns) {
                if (Policy.matches(pattern, routeId)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * A discount on a journey that follows another.
     *
     * @param within from the last tap of the one to the first tap of the other, at most {@link Transfers#PAUSE_MAX}
     */
    public record Interchange(String id, Routes from, Routes to, Duration within, Discount discount) {}

    /** The most that journeys on these routes cost in a period. */
    public record Cap(String id, Routes routes, Period period, Money amount) {}

    /**
     * A benefit that is paid to the rider afterwards: a share of what the month's journeys cost above a threshold. It does not
     * change the fare.
     *
     * @param share of what is above the threshold
     */
    public record Subsidy(String id, Routes routes, Money threshold, Fraction share, Money max) {}

    /** A part of a whole. */
    public record Fraction(long numerator, long denominator) {}

    /** How long a cap counts. Weeks begin on Monday. */
    public enum Period {
        DAY,
        WEEK,
        MONTH;

        LocalDate startOf(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
                case MONTH -> day.withDayOfMonth(1);
            };
        }

        LocalDate endOf(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
            };
        }
    }

    boolean holdsAt(Instant time) {
        return !time.isBefore(from) && (until == null || time.isBefore(until));
    }

    LocalDate day(Instant time) {
        return LocalDateTime.ofInstant(time, zone).toLocalDate();
    }

    Instant startOf(LocalDate day) {
        return day.atTime(LocalTime.MIDNIGHT).atZone(zone).toInstant();
    }
}
