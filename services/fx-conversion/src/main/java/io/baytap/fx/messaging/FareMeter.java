package io.baytap.fx.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

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
}
