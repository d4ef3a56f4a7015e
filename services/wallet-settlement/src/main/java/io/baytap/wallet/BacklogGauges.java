package io.baytap.wallet;

import io.baytap.wallet.domain.Backlog;
import io.baytap.wallet.domain.BusinessClock;
import io.baytap.wallet.domain.CutOff;
import io.baytap.wallet.domain.StorageOutage;
import io.baytap.wallet.domain.WalletScheme;
import io.baytap.wallet.domain.reconciliation.Break;
import io.baytap.wallet.domain.reconciliation.Reconciliations;
import io.baytap.wallet.domain.reconciliation.Reconciliations.BreakView;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Gauges of what is left lying, and for how long: what alerts are made of. Read from the database now and then. */
@ApplicationScoped
class BacklogGauges {

    private static final Logger LOG = Logger.getLogger(BacklogGauges.class);
    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    private final Backlog backlog;
    private final Reconciliations reconciliations;
    private final BusinessClock clock;
    private final CutOff cutOff;
    private final MultiGauge unknown;
    private final MultiGauge pending;
    private final MultiGauge oldest;
    private final MultiGauge outbox;
    private final MultiGauge unclosed;

    BacklogGauges(
            Backlog backlog,
            Reconciliations reconciliations,
            BusinessClock clock,
            WalletConfig config,
            MeterRegistry metrics) {
        this.backlog = backlog;
        this.reconciliations = reconciliations;
        this.clock = clock;
        this.cutOff = new CutOff(config.cutOff());
        this.unknown = MultiGauge.builder("wallet.charges.unknown.long").register(metrics);
        this.pending = MultiGauge.builder("wallet.charges.pending.age")
                .description(
                        "Since the oldest fare whose charge is in its first attempt and not answered for good; 0 if"
                                + " there is none")
                .baseUnit("seconds")
                .register(metrics);
        this.oldest = MultiGauge.builder("wallet.breaks.oldest.age.days").register(metrics);
        this.outbox = MultiGauge.builder("wallet.outbox.waiting").register(metrics);
        this.unclosed = MultiGauge.builder("wallet.days.unclosed").register(metrics);
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void read() {
        try {
            Backlog.Seen seen = backlog.see();
            outbox.register(List.of(MultiGauge.Row.of(Tags.empty(), seen.outbox())), true);
            unknown.register(
                    Arrays.stream(WalletScheme.values())
                            .<MultiGauge.Row<?>>map(scheme -> MultiGauge.Row.of(
                                    Tags.of("scheme", scheme.key()),
                                    seen.unknownLong().getOrDefault(scheme, 0L)))
                            .toList(),
                    true);
            clock.now().ifPresent(now -> {
                long days = seen.batchedThrough()
                        .map(day -> Math.max(0, ChronoUnit.DAYS.between(day, cutOff.lastClosed(now))))
                        .orElse(0L);
                unclosed.register(List.of(MultiGauge.Row.of(Tags.empty(), days)), true);
                pending(seen.oldestPending(), now);
                ages(reconciliations.open(), now.atZone(HONG_KONG).toLocalDate());
            });
        } catch (StorageOutage e) {
            LOG.warnf("gauges keep their last values: %s", e.getMessage());
        }
    }

    private void pending(Map<WalletScheme, Instant> oldestPending, Instant now) {
        pending.register(
                Arrays.stream(WalletScheme.values())
                        .<MultiGauge.Row<?>>map(scheme -> MultiGauge.Row.of(
                                Tags.of("scheme", scheme.key()),
                                Math.max(
                                        0,
                                        Duration.between(oldestPending.getOrDefault(scheme, now), now)
                                                .toSeconds())))
                        .toList(),
                true);
    }

    private void ages(List<BreakView> open, LocalDate today) {
        Map<String, Integer> ages = new TreeMap<>();
        open.stream()
                .map(BreakView::found)
                .forEach((Break found) -> ages.merge(found.reason().name(), found.ageDays(today), Math::max));
        oldest.register(
                ages.entrySet().stream()
                        .<MultiGauge.Row<?>>map(
                                age -> MultiGauge.Row.of(Tags.of("reason", age.getKey()), age.getValue()))
                        .toList(),
                true);
    }
}
