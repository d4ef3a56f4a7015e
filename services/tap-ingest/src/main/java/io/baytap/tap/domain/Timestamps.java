package io.baytap.tap.domain;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** RFC 3339 timestamps. */
public final class Timestamps {

    private static final int YEAR_LENGTH = 4;

    private Timestamps() {}

    /** In whole microseconds, finer digits cut off; null if it is no such timestamp. */
    public static @Nullable Instant find(String text) {
        // ISO 8601 allows years of more digits, which RFC 3339 and microseconds in 64 bits do not.
        if (text.indexOf('-') != YEAR_LENGTH) {
            return null;
        }
        try {
            return Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
