package io.baytap.wallet;

import io.baytap.wallet.domain.BusinessClock;
import io.baytap.wallet.domain.ValueDates;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Says early that a calendar is about to end. Holidays are published in the autumn for the year after; whoever forgets them
 * finds no payment files in January.
 */
@ApplicationScoped
class CalendarWatch {

    private static final Logger LOG = Logger.getLogger(CalendarWatch.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");

    /** The mainland's holidays were published on November 12th and 4th of the years before: some weeks are left then. */
    static final long WARNING_DAYS = 45;

    private final ValueDates valueDates;
    private final BusinessClock clock;
    private final MultiGauge left;
    private final Map<String, Long> warned = new HashMap<>();

    CalendarWatch(ValueDates valueDates, BusinessClock clock, MeterRegistry metrics) {
        this.valueDates = valueDates;
        this.clock = clock;
        this.left = MultiGauge.builder("wallet.calendar.days.left").register(metrics);
    }

    @Scheduled(every = "1m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        clock.now().ifPresent(now -> look(now.atZone(ZONE).toLocalDate()));
    }

    void look(LocalDate today) {
        Map<String, Long> daysLeft = valueDates.daysLeft(today);
        left.register(
                daysLeft.entrySet().stream()
                        .map(calendar -> MultiGauge.Row.of(Tags.of("calendar", calendar.getKey()), calendar.getValue()))
                        .toList(),
                true);
        daysLeft.forEach((calendar, days) -> {
            // Once a day.
            if (days < WARNING_DAYS && !days.equals(warned.put(calendar, days))) {
                LOG.warnf(
                        "bank holidays of %s are known for %d more days; after them nothing is paid:"
                                + " set wallet.value-date.holidays.%s to a file with the next year's",
                        calendar, days, calendar);
            }
        });
    }
}
