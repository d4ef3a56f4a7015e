package io.baytap.reporting.domain.breaks;

import io.baytap.reporting.domain.BreakLine;
import java.time.LocalDate;
import java.util.List;

/** The breaks as they were told. Every answer throws {@link io.baytap.reporting.domain.ReportsAway} during an outage. */
public interface Breaks {

    /** Everything that is open, added up. */
    List<BreakSum> open();

    /** How many were resolved on that day or later, and have not been opened again. */
    long resolvedSince(LocalDate day);

    /** The last that was told of each: open ones oldest first, resolved ones latest first. */
    List<BreakLine> list(BreakQuestion question, int breaksMax);

    /** All that was told of one, in order; nothing if there is no such break. */
    List<BreakLine> changes(String breakId);
}
