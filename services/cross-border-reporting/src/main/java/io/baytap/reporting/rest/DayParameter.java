package io.baytap.reporting.rest;

import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.domain.DayRange;
import io.baytap.reporting.domain.opendata.PublicationPeriod;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Reads days from requests. */
public final class DayParameter {

    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 2100;

    private DayParameter() {}

    /**
     * Reads an ISO 8601 calendar date.
     *
     * @throws BadParameter naming the field
     */
    public static LocalDate day(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new BadParameter(field, "MISSING", "give a business day such as 2026-04-09");
        }
        LocalDate day = parse(field, text);
        bound(field, day.getYear());
        return day;
    }

    /**
     * A day that has begun.
     *
     * @throws BadParameter naming the field
     */
    public static LocalDate begun(String field, @Nullable String text, Instant now) {
        LocalDate day = day(field, text);
        if (day.isAfter(BusinessDay.of(now))) {
            throw new BadParameter(field, "FUTURE_DAY", "nobody has travelled on " + day + " yet");
        }
        return day;
    }

    /** What was published: a day or a month, of which one is given. */
    static PublicationPeriod period(@Nullable String day, @Nullable String month) {
        if (month == null) {
            return PublicationPeriod.of(day("day", day));
        }
        if (day != null) {
            throw new BadParameter("month", "NOT_BOTH", "give a day or a month");
        }
        try {
            YearMonth parsed = YearMonth.parse(month);
            bound("month", parsed.getYear());
            return PublicationPeriod.of(parsed);
        } catch (DateTimeException e) {
            throw new BadParameter("month", "NOT_A_MONTH", "not a calendar month such as 2026-04");
        }
    }

    private static void bound(String field, int year) {
        if (year < YEAR_MIN || year > YEAR_MAX) {
            throw new BadParameter(field, "OUT_OF_RANGE", "no report reaches that year");
        }
    }

    /** @throws BadParameter naming {@code from} or {@code to} */
    static DayRange range(@Nullable String from, @Nullable String to, int daysMax) {
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (last.isBefore(first)) {
            throw new BadParameter("to", "BEFORE_FROM", "the range ends before it begins");
        }
        DayRange range = new DayRange(first, last);
        if (range.days() > daysMax) {
            throw new BadParameter("to", "RANGE_TOO_LONG", "at most " + daysMax + " days in one report");
        }
        return range;
    }

    private static LocalDate parse(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BadParameter(field, "NOT_A_DAY", "not a calendar date such as 2026-04-09");
        }
    }
}
