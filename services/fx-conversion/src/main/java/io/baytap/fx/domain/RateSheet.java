package io.baytap.fx.domain;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A publisher's table of rates, read whole or refused whole. */
public interface RateSheet {

    /**
     * Reads a table to its end.
     *
     * @param now nothing published after it is believed
     */
    Reading read(InputStream content, Instant now);

    /** What became of a table. */
    sealed interface Reading {
        /** Every rate of it, oldest first. */
        record Rates(List<Rate> rates) implements Reading {}

        /**
         * Not one rate of it is used.
         *
         * @param row line of the file, from 1; null if the fault is not in one row
         * @param field the column at fault, if it is one column
         */
        record Refused(
                Fault fault, @Nullable Long row, @Nullable String field, String detail) implements Reading {}
    }

    /** Why a table is refused. Stable: callers read the names. */
    enum Fault {
        EMPTY,
        TOO_LARGE,
        NOT_TEXT,
        UNKNOWN_COLUMN,
        DUPLICATE_COLUMN,
        MISSING_COLUMN,
        WRONG_FIELD_COUNT,
        BAD_DATE,
        FUTURE_DATE,
        DUPLICATE_DATE,
        BAD_RATE,
        NON_POSITIVE_RATE
    }
}
