package io.baytap.reporting.messaging;

import io.baytap.reporting.messaging.LineCounter.Counted;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What became of the records read: {@code reporting.records}, by outcome (counted, repeated, parked) and reason. There from
 * the start, so that a service without records is not taken for one that is absent.
 */
@Startup
@ApplicationScoped
public class LineMetrics {

    private static final String RECORDS = "reporting.records";

    private final MeterRegistry registry;
    private final Counter counted;
    private final Counter repeated;

    LineMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.counted = outcome("counted", "");
        this.repeated = outcome("repeated", "");
    }

    void counted(Counted poll) {
        counted.increment((double) poll.fresh());
        repeated.increment((double) poll.repeated());
        poll.parked().forEach(parked -> outcome("parked", parked.reason()).increment());
    }

    private Counter outcome(String outcome, String reason) {
        return registry.counter(RECORDS, "outcome", outcome, "reason", reason);
    }
}
