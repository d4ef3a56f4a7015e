package io.baytap.reporting.domain;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was counted. Every answer fails with {@link ReportsAway} during an outage. */
public interface Reports {

    /** Business days with anything to report, newest first. */
    Uni<List<LocalDate>> days(int daysMax);

    Uni<DayReport> day(LocalDate day);

    /** When the newest fare that has been counted was travelled. */
    Uni<Optional<Instant>> newestFare();
}
