package io.baytap.sandbox.statements;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Days as the providers and the bank count them: at UTC+8, in Hong Kong as on the mainland. */
public final class Days {

    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;

    private Days() {}

    /** The day on which something happened. */
    public static LocalDate of(Instant at) {
        return at.atOffset(ZONE).toLocalDate();
    }

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).toInstant(ZONE);
    }

    /** Monday to Friday, after that day: neither providers nor the bank know other holidays. */
    public static LocalDate nextWeekday(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }

    static String compact(LocalDate day) {
        return COMPACT.format(day);
    }

    /** Reads {@code 20260409}. */
    static Optional<LocalDate> parse(String compact) {
        try {
            return compact.length() == 8 ? Optional.of(LocalDate.parse(compact, COMPACT)) : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
