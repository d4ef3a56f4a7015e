package io.baytap.reporting.domain.report;

import java.util.List;

/** What was handed in. Every answer throws {@link io.baytap.reporting.domain.ReportsAway} during an outage. */
public interface HandedInReports {

    /** All of it, latest first. */
    List<HandedIn> all();

    /** Files it; a period that was handed in before stays as it is. */
    void add(HandedIn report);
}
