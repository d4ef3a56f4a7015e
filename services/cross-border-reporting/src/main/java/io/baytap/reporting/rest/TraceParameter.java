package io.baytap.reporting.rest;

import io.baytap.reporting.domain.DayRange;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads what somebody looks for. */
public final class TraceParameter {

    /** No id on the line is longer. */
    public static final int ID_LENGTH_MAX = 300;

    private static final DayRange ALL_KEPT = new DayRange(LocalDate.of(2000, 1, 1), LocalDate.of(2099, 12, 31));

    private TraceParameter() {}

    /**
     * An id, without the blanks around it.
     *
     * @throws BadParameter naming the field
     */
    public static String id(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new BadParameter(field, "MISSING", "give the id of a rider, gate, tap, journey, charge or batch");
        }
        String id = text.strip();
        if (id.length() > ID_LENGTH_MAX || id.chars().anyMatch(Character::isISOControl)) {
            throw new BadParameter(
                    field, "NOT_AN_ID", "at most " + ID_LENGTH_MAX + " characters, none of them a control");
        }
        return id;
    }

    /**
     * The days given; all that are kept, if none is.
     *
     * @throws BadParameter naming the field
     */
    public static DayRange days(@Nullable String from, @Nullable String to) {
        LocalDate first = from == null ? ALL_KEPT.from() : DayParameter.day("from", from);
        LocalDate last = to == null ? ALL_KEPT.to() : DayParameter.day("to", to);
        if (last.isBefore(first)) {
            throw new BadParameter("to", "BEFORE_FROM", "the range ends before it begins");
        }
        return new DayRange(first, last);
    }
}
