package io.baytap.reporting;

import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.domain.ReportsAway;
import io.baytap.reporting.domain.report.DueReport.Ended;
import io.baytap.reporting.domain.report.DueReports;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;

/** Days that are left to hand a report in, negative once it is overdue. A report that was handed in has no gauge. */
@ApplicationScoped
class DueGauges {

    private static final Logger LOG = Logger.getLogger(DueGauges.class);

    /** Series of one scrape: the reports that are due first. */
    static final int GAUGES_MAX = 100;

    private final DueReports due;
    private final InstantSource time;
    private final MultiGauge days;

    DueGauges(DueReports due, InstantSource time, MeterRegistry metrics) {
        this.due = due;
        this.time = time;
        this.days = MultiGauge.builder("reporting.report.due.days").register(metrics);
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void read() {
        LocalDate today = BusinessDay.of(time.instant());
        try {
            List<Ended> open = due.isAny() ? due.open(today) : List.of();
            days.register(
                    open.stream()
                            .limit(GAUGES_MAX)
                            .map(ended -> row(ended, today))
                            .toList(),
                    true);
        } catch (ReportsAway e) {
            LOG.warnf("gauges keep their last values: %s", e.getMessage());
        }
    }

    private static MultiGauge.Row<?> row(Ended ended, LocalDate today) {
        return MultiGauge.Row.of(
                Tags.of("report", ended.kind().title(), "period", ended.title()), ended.daysLeft(today));
    }
}
