package io.baytap.fx.messaging;

import io.baytap.fx.domain.Exposure;
import io.baytap.schemas.Money;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Counts fares by what became of them. Counts are of work done: a transaction that is repeated counts again. */
public final class FareMeter {

    /** What became of a fare. Stable: dashboards read the names. */
    enum Outcome {
        /** Already in the wallet's currency. */
        SAME_CURRENCY,
        CONVERTED,
        /** No usable rate: kept until there is one. */
        WAITING,
        /** Converted after it had waited. */
        RELEASED
    }

    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final MeterRegistry registry;
    private final Map<Integer, AtomicLong> waiting = new ConcurrentHashMap<>();
    private final Map<String, Exposure> exposures = new ConcurrentHashMap<>();
    private final Set<Currency> gauged = ConcurrentHashMap.newKeySet();
    private final Set<String> exceeding = ConcurrentHashMap.newKeySet();

    public FareMeter(MeterRegistry registry) {
        this.registry = registry;
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(
                    outcome,
                    Counter.builder("fx.fares")
                            .tag("outcome", outcome.name())
                            .description("Fares by what became of them")
                            .register(registry));
        }
        Gauge.builder("fx.exposures.exceeding", exceeding, Set::size)
                .description("Exposures beyond their limit: someone has to act")
                .register(registry);
        Gauge.builder("fx.fares.waiting", this, FareMeter::waiting)
                .description("Fares for which no usable rate is known")
                .register(registry);
    }

    void count(Outcome outcome) {
        Counter counter = outcomes.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }

    void countParked(String reason) {
        Counter.builder("fx.parked")
                .tag("reason", reason)
                .description("Records that could not be used and were parked as dead letters")
                .register(registry)
                .increment();
    }

    /** The fares that wait in a partition; its task keeps the figure. */
    AtomicLong waiting(int partition) {
        return waiting.computeIfAbsent(partition, _ -> new AtomicLong());
    }

    /** The fares that wait on this replica. */
    long waiting() {
        return waiting.values().stream().mapToLong(AtomicLong::get).sum();
    }

    /** How an exposure stands, of the replica that has the desk. */
    void exposure(Exposure exposure, boolean exceeded) {
        if (exposure.base().isZero() && exposure.quote().isZero()) {
            exposures.remove(exposure.id());
        } else {
            exposures.put(exposure.id(), exposure);
        }
        if (exceeded) {
            exceeding.add(exposure.id());
        } else {
            exceeding.remove(exposure.id());
        }
        Stream.of(exposure.base().currency(), exposure.quote().currency()).forEach(this::exposureGauge);
    }

    /** When the desk moves to another replica. */
    void forgetExposures() {
        exposures.clear();
        exceeding.clear();
    }

    void countDeal(Money realised) {
        Counter.builder("fx.deals")
                .tag("currency", realised.currency().getCurrencyCode())
                .tag("result", realised.isNegative() ? "LOSS" : "PROFIT")
                .description("Exposures closed at their cut-off")
                .register(registry)
                .increment();
    }

    /** The gauge of a currency over all value dates, made when the currency is first exposed. */
    private void exposureGauge(Currency currency) {
        if (!gauged.add(currency)) {
            return;
        }
        Gauge.builder("fx.exposure.minor", this, meter -> meter.exposed(currency))
                .tag("currency", currency.getCurrencyCode())
                .description("Open in a currency over all value dates, minor units: held, or owed where negative")
                .register(registry);
    }

    private long exposed(Currency currency) {
        return exposures.values().stream()
                .flatMap(each -> Stream.of(each.base(), each.quote()))
                .filter(each -> each.currency().equals(currency))
                .mapToLong(Money::minor)
                .sum();
    }
}
