package io.baytap.fare.messaging;

import io.baytap.fare.domain.Admission;
import io.baytap.fare.domain.Assessment;
import io.baytap.fare.domain.FareChange;
import io.baytap.fare.domain.RiderHistory;
import io.baytap.fare.domain.RiderTap;
import io.baytap.fare.domain.Rulebook;
import io.baytap.fare.domain.Tap;
import io.baytap.fare.messaging.FareMeter.Outcome;
import io.baytap.fare.messaging.RiderStateCodec.Stored;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.traces.TapTraces;
import io.baytap.schemas.wire.DeadLetter;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.EventWriter;
import io.baytap.schemas.wire.Reading;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;

/** Assesses the riders of one partition: with each tap, and when time alone changes something. */
final class TapAssessment {

    /** Riders looked at in one go: the taps must not wait long for it. */
    static final int WAKEN_MAX = 500;

    private static final Logger LOG = Logger.getLogger(TapAssessment.class);

    private final ProcessorContext<byte[], Outgoing> context;
    private final FareParts parts;
    private final RiderStore riders;
    private final PartitionClock clock;
    private final FareSpans spans;
    private final EventReader<TapAccepted> reader;
    private final EventWriter<FareAssessed> writer;

    TapAssessment(ProcessorContext<byte[], Outgoing> context, FareParts parts, RiderStore riders) {
        this.context = context;
        this.parts = parts;
        this.riders = riders;
        this.clock = new PartitionClock(parts.clock(), parts.caughtUpAfter(), context::currentSystemTimeMs);
        this.spans = new FareSpans(parts.traces());
        this.reader = new EventReader<>(TapAccepted.class, parts.schemas());
        this.writer = new EventWriter<>(Topics.FARES_ASSESSED, FareAssessed.class, parts.schemas());
    }

    void take(Record<byte[], byte[]> record) {
        Span span = spans.taken(record.headers());
        try {
            switch (reader.read(record.value())) {
                case Reading.Event<TapAccepted>(TapAccepted event) -> take(record, event, span);
                case Reading.Unreadable<TapAccepted>(Reading.Cause cause, String detail) ->
                    park(record, cause.name(), detail, span);
            }
        } finally {
            span.end();
        }
    }

    /** One look at the riders whose missing tap is no longer waited for, and at those who can be forgotten. */
    void wake() {
        Instant now = clock.now();
        if (now.isBefore(Instant.EPOCH)) {
            return;
        }
        for (String riderId : riders.wakenBy(now, WAKEN_MAX)) {
            Stored stored = riders.get(riderId);
            RiderHistory history = stored.history()
                    .since(now.minus(parts.horizon()), parts.rules().get());
            if (history.isEmpty()) {
                riders.forget(riderId, stored);
            } else {
                assess(riderId, stored, history, now, change -> spans.waited(riderId, change));
            }
        }
    }

    private void take(Record<byte[], byte[]> record, TapAccepted event, Span span) {
        String fault = TapMapper.findFault(record.key(), event);
        if (fault != null) {
            park(record, fault, event.getEventId(), span);
            return;
        }
        clock.read(event.getReceivedAt());
        Tap tap = TapMapper.toTap(event);
        Stored stored = riders.get(event.getRiderId());
        Rulebook rules = parts.rules().get();
        switch (Admission.decide(tap, stored.history(), parts.horizon(), rules.tariffs())) {
            case Admission.Admitted(RiderTap admitted) -> {
                RiderHistory history =
                        stored.history().with(admitted).since(tap.occurredAt().minus(parts.horizon()), rules);
                assess(
                        event.getRiderId(),
                        stored,
                        history,
                        clock.now(),
                        change -> spans.caused(span, tap.id(), change));
                count(Outcome.ASSESSED, span);
                parts.meter().assessedAfter(context.currentSystemTimeMs() - record.timestamp());
            }
            case Admission.Duplicate() -> count(Outcome.DUPLICATE, span);
            case Admission.Meaningless() -> count(Outcome.MEANINGLESS, span);
            case Admission.Refused(Admission.Reason reason, String detail) -> park(record, reason.name(), detail, span);
        }
    }

    /** @param spanOf begins the span of each fare */
    private void assess(
            String riderId, Stored stored, RiderHistory history, Instant now, Function<FareChange, Span> spanOf) {
        Assessment assessment = Assessment.of(history, parts.rules().get(), now);
        byte[] key = riderId.getBytes(StandardCharsets.UTF_8);
        for (FareChange change : assessment.changes()) {
            FareAssessed event = FareMapper.toEvent(riderId, change);
            var fare = new Record<byte[], Outgoing>(
                    key, new Outgoing.Fare(writer.write(event)), context.currentSystemTimeMs());
            Span span = spanOf.apply(change);
            TapTraces.carry(span, fare.headers());
            context.forward(fare);
            span.end();
            parts.meter().countFare(event.getKind());
        }
        parts.meter().countUnpriced(assessment.unpriced());
        riders.put(riderId, stored, assessment.history(), assessment.nextExpiry());
    }

    private void count(Outcome outcome, Span span) {
        parts.meter().count(outcome);
        span.setAttribute(TapTraces.OUTCOME, outcome.name());
    }

    private void park(Record<byte[], byte[]> record, String reason, String detail, Span span) {
        int partition = context.taskId().partition();
        long offset =
                context.recordMetadata().map(metadata -> metadata.offset()).orElse(-1L);
        var headers =
                DeadLetter.headers(record.headers(), reason, detail, Topics.TAPS_ACCEPTED.name(), partition, offset);
        LOG.warnf("parked the tap at partition %d offset %d: %s (%s)", partition, offset, reason, detail);
        context.forward(record.withValue((Outgoing) new Outgoing.ParkedTap(record.value()))
                .withHeaders(headers));
        parts.meter().countParked(reason);
        span.setAttribute(TapTraces.OUTCOME, reason);
        span.setStatus(StatusCode.ERROR);
    }
}
