package io.baytap.reporting.page;

import io.baytap.reporting.rest.BadParameter;
import java.util.Arrays;

/** Why a form's field cannot be answered: the stable reasons that the console has words for. */
public enum Refusal {
    MISSING,
    NOT_A_DAY,
    OUT_OF_RANGE,
    BEFORE_FROM,
    RANGE_TOO_LONG,
    FUTURE_DAY,
    UNKNOWN_CODE,
    NO_RATE;

    /** A sentence in the visitor's language; of a reason that has none, what it says to programs. */
    static String words(ReportsMessages text, BadParameter bad) {
        return Arrays.stream(values())
                .filter(known -> known.name().equals(bad.reason()))
                .findFirst()
                .map(text::refused)
                .orElseGet(() -> bad.reason() + ": " + bad.getMessage());
    }
}
