package io.baytap.wallet;

import io.baytap.wallet.domain.ProviderPosition;
import io.baytap.wallet.domain.ProviderPositions;
import io.baytap.wallet.domain.StorageOutage;
import io.baytap.wallet.domain.reconciliation.Reconciliations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Gauges of money that somebody may have to see to: breaks, and what providers owe. Read from the database now and then. */
@ApplicationScoped
class MoneyGauges {

    private static final Logger LOG = Logger.getLogger(MoneyGauges.class);

    private final Reconciliations reconciliations;
    private final ProviderPositions positions;
    private final MultiGauge breaks;
    private final MultiGauge unreconciled;
    private final MultiGauge owed;
    private final MultiGauge capped;
    private final Set<String> waiting = new HashSet<>();

    MoneyGauges(Reconciliations reconciliations, ProviderPositions positions, MeterRegistry metrics) {
        this.reconciliations = reconciliations;
        this.positions = positions;
        this.breaks = MultiGauge.builder("wallet.breaks.open").register(metrics);
        this.unreconciled = MultiGauge.builder("wallet.unreconciled.minor").register(metrics);
        this.owed = MultiGauge.builder("wallet.provider.position.minor").register(metrics);
        this.capped = MultiGauge.builder("wallet.provider.capped").register(metrics);
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void read() {
        try {
            breaks.register(
                    rows(reconciliations.openByReason().entrySet().stream()
                            .map(entry -> MultiGauge.Row.of(
                                    Tags.of("reason", entry.getKey().name()), entry.getValue()))
                            .toList()),
                    true);
            unreconciled.register(
                    rows(reconciliations.unreconciledMinor().entrySet().stream()
                            .map(entry -> MultiGauge.Row.of(Tags.of("currency", entry.getKey()), entry.getValue()))
                            .toList()),
                    true);
            positions(positions.all());
        } catch (StorageOutage e) {
            LOG.warnf("gauges keep their last values: %s", e.getMessage());
        }
    }

    private void positions(List<ProviderPosition> all) {
        owed.register(
                rows(all.stream()
                        .map(position -> MultiGauge.Row.of(
                                tags(position), position.balance().minor()))
                        .toList()),
                true);
        capped.register(
                rows(all.stream()
                        .map(position -> MultiGauge.Row.of(tags(position), position.isCapped() ? 1 : 0))
                        .toList()),
                true);
        for (ProviderPosition position : all) {
            String account = position.scheme().key() + " " + currency(position);
            if (!position.isCapped()) {
                waiting.remove(account);
            } else if (waiting.add(account)) {
                LOG.warnf(
                        "%s owes %s: %d charges wait under the net debit cap until a payout is booked",
                        position.scheme().key(), position.balance(), position.waiting());
            }
        }
    }

    private static Tags tags(ProviderPosition position) {
        return Tags.of("scheme", position.scheme().key(), "currency", currency(position));
    }

    private static String currency(ProviderPosition position) {
        return position.balance().currency().getCurrencyCode();
    }

    private static Iterable<MultiGauge.Row<?>> rows(List<MultiGauge.Row<Number>> rows) {
        return List.copyOf(rows);
    }
}
