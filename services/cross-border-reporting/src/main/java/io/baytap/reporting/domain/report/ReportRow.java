package io.baytap.reporting.domain.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a report.
 *
 * @param level of a control: what was added up
 * @param cells one a column: {@code String}, {@code LocalDate}, {@code Instant}, {@code Long} or {@code BigDecimal}; null where it says
 *     nothing
 */
public record ReportRow(Role role, String level, List<@Nullable Object> cells) {

    /** What a row is for. */
    public enum Role {
        DETAIL,
        /** What the details add up to, for each combination of currencies. */
        TOTAL,
        /** The same fares, added up elsewhere: it agrees with the total. */
        CONTROL,
        /** A control that does not. */
        CONTROL_DIFFERS
    }

    public ReportRow {
        cells = Collections.unmodifiableList(new ArrayList<>(cells));
    }
}
