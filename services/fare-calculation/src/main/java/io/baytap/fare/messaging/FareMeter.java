package io.baytap.fare.messaging;

import io.baytap.schemas.fares.v1.FareKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts taps and fares by what became of them. Counts are of work done: a transaction that is repeated counts again. */
public final class FareMeter {

    /** What became of a tap that was not parked. Stable: dashboards read the names. */
    enum Outcome {
        ASSESSED,
        DUPLICATE,
        /** Alighting where boarding is paid, or the reverse. */
        MEANINGLESS
    }

    /** 5 s is what the service level objective counts by; wallet-settlement has the same. */
    private static final Duration[] DELAYS = {
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };

    private final MeterRegistry registry;
    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Map<FareKind, Counter> fares = new EnumMap<>(FareKind.class);
    private final Counter unpriced;
    private final Timer delay;

    public FareMeter(MeterRegistry registry) {
        this.registry = registry;
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(
                    outcome,
                    Counter.builder("fare.taps")
                            .tag("outcome", outcome.name())
                            .description("Taps by what became of them")
                            .register(registry));
        }
        for (FareKind kind : FareKind.values()) {
            fares.put(
                    kind,
                    Counter.builder("fare.fares")
                            .tag("kind", kind.name())
                            .description("Fares published: first fares, maximum fares and corrections")
                            .register(registry));
        }
        this.unpriced = Counter.builder("fare.unpriced")
                .description("Journeys that changed and for which no tariff has a fare any more: they keep their fare")
                .register(registry);
        this.delay = Timer.builder("fare.delay")
                .description("From when a tap was written to its topic until it was assessed")
                .serviceLevelObjectives(DELAYS)
                .register(registry);
    }

    /** @param millis since the tap was written; clocks that disagree make it no less than 0 */
    void assessedAfter(long millis) {
        delay.record(Math.max(0, millis), TimeUnit.MILLISECONDS);
    }

    void count(Outcome outcome) {
        Counter counter = outcomes.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }

    void countUnpriced(int journeys) {
        if (journeys > 0) {
            unpriced.increment(journeys);
        }
    }

    void countFare(FareKind kind) {
        Counter counter = fares.get(kind);
        if (counter != null) {
            counter.increment();
        }
    }

    void countParked(String reason) {
        Counter.builder("fare.parked")
                .tag("reason", reason)
                .description("Taps that could not be used and were parked as dead letters")
                .register(registry)
                .increment();
    }
}
