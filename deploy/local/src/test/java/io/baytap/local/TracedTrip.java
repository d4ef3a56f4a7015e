package io.baytap.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/**
 * How a trip's traces have to look: the entry's ends where it is counted, the exit's goes on to what is told of the charge.
 *
 * @param entry the span of the first tap
 * @param exit the span of the tap that caused the fare
 */
record TracedTrip(TraceCollector collector, TracedSpan entry, TracedSpan exit) {

    /** A charge waits for its worker, an outcome for its round, a span for its batch. */
    private static final Duration SPAN_MAX = Duration.ofSeconds(60);

    void arrived() throws InterruptedException {
        assertThat(entry.parentId()).isEmpty();
        assertThat(exit.parentId()).isEmpty();
        child("fare-calculation", "process taps.accepted.v1", entry);
        child("cross-border-reporting", "process taps.accepted.v1", entry);

        child("cross-border-reporting", "process taps.accepted.v1", exit);
        TracedSpan assessed = child("fare-calculation", "process taps.accepted.v1", exit);
        TracedSpan fare = child("fare-calculation", "send fares.assessed.v1", assessed);
        assertThat(fare.linked()).containsExactly(entry.traceId());
        child("cross-border-reporting", "process fares.assessed.v1", fare);
        TracedSpan converted = child("fx-conversion", "process fares.assessed.v1", fare);
        TracedSpan booked = child("wallet-settlement", "process fares.converted.v1", converted);
        child("cross-border-reporting", "process settlements.posted.v1", booked);
        TracedSpan debit = child("wallet-settlement", "debit weixin-pay", booked);
        TracedSpan told = child("wallet-settlement", "send charges.settled.v1", booked);
        child("cross-border-reporting", "process charges.settled.v1", told);

        assertThat(debit.attribute("baytap.outcome")).isEqualTo("DEBITED");
        assertThat(booked.attribute("baytap.fare.id")).isEqualTo(fare.attribute("baytap.fare.id"));
        assertThat(told.attribute("baytap.journey.id")).isEqualTo(fare.attribute("baytap.journey.id"));
    }

    /** The span of a service under another one, in the same trace. */
    private TracedSpan child(String service, String name, TracedSpan parent) throws InterruptedException {
        return collector.await(
                service + " " + name + " below " + parent.name() + " of " + parent.service(),
                span -> span.service().equals(service)
                        && span.name().equals(name)
                        && span.traceId().equals(parent.traceId())
                        && span.parentId().equals(parent.spanId()),
                SPAN_MAX);
    }
}
