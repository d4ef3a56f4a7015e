package io.baytap.fare.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts taps and fares by what became of them. Counts are of work done: a transaction that is repeated counts again. */
public final class FareMeter {

    private final MeterRegistry registry;
    private final Counter assessed;
    private final Counter duplicates;

    public FareMeter(MeterRegistry registry) {
        this.registry = registry;
        this.assessed = taps("ASSESSED");
        this.duplicates = taps("DUPLICATE");
    }

    void countTap() {
        assessed.increment();
    }

    void countDuplicate() {
        duplicates.increment();
    }

    void countFare(String kind) {
        Counter.builder("fare.fares")
                .tag("kind", kind)
                .description("Fares published: first fares, maximum fares and corrections")
                .register(registry)
                .increment();
    }

    void countParked(String reason) {
        Counter.builder("fare.parked")
                .tag("reason", reason)
                .description("Taps that could not be used and were parked as dead letters")
                .register(registry)
                .increment();
    }

    private Counter taps(String outcome) {
        return Counter.builder("fare.taps")
                .tag("outcome", outcome)
                .description("Taps by what became of them")
                .register(registry);
    }
}
