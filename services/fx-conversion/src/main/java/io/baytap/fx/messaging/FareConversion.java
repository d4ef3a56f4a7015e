package io.baytap.fx.messaging;

import io.baytap.fx.domain.Conversion;
import io.baytap.fx.domain.ConversionRules;
import io.baytap.fx.domain.Fare;
import io.baytap.fx.messaging.FareMapper.AssessedFare;
import io.baytap.fx.messaging.FareMeter.Outcome;
import io.baytap.fx.messaging.JourneyTerms.Kept;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.traces.TapTraces;
import io.baytap.schemas.wire.DeadLetter;
import io.baytap.schemas.wire.EventWriter;
import io.opentelemetry.api.trace.Span;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;

/**
 * Converts the fares of one partition. A fare without a usable rate waits in a store and is tried again when the book of
 * rates has changed; a record that is no fare is parked.
 */
final class FareConversion {

    private static final Logger LOG = Logger.getLogger(FareConversion.class);

    private final ProcessorContext<byte[], Outgoing> context;
    private final ConversionParts parts;
    private final FareSpans spans;
    private final FareReader reader;
    private final EventWriter<FareConverted> writer;
    private final WaitingFares waiting;
    private final JourneyTerms journeys;
    private final PendingExposures exposures;
    private final ReleasePass pass;

    FareConversion(
            ProcessorContext<byte[], Outgoing> context,
            ConversionParts parts,
            WaitingFares waiting,
            JourneyTerms journeys,
            PendingExposures exposures) {
        this.context = context;
        this.parts = parts;
        this.spans = new FareSpans(parts.traces());
        this.reader = new FareReader(parts.registry());
        this.writer = new EventWriter<>(Topics.FARES_CONVERTED, FareConverted.class, parts.registry());
        this.waiting = waiting;
        this.journeys = journeys;
        this.exposures = exposures;
        this.pass = new ReleasePass(waiting, parts.rates(), parts.settings().releaseMax());
    }

    void take(Record<byte[], byte[]> fare) {
        Span span = spans.taken(fare.headers());
        try {
            switch (reader.read(fare.key(), fare.value(), now())) {
                case Intake.Usable<AssessedFare>(AssessedFare read) -> convertOrWait(fare, read, span);
                case Intake.Refused<AssessedFare>(String reason, String detail) -> park(fare, reason, detail, span);
            }
        } finally {
            span.end();
        }
    }

    /** One round over the fares that wait. */
    void release() {
        for (KeyValue<Bytes, byte[]> kept : pass.round()) {
            switch (reader.readKept(kept.value, now())) {
                case Intake.Usable<AssessedFare>(AssessedFare read) ->
                    terms(read.fare(), now()).ifPresent(terms -> {
                        waiting.remove(kept.key);
                        Span span = spans.released(read.event());
                        convert(record(read, kept.value), read, terms, Outcome.RELEASED, span);
                        span.end();
                    });
                case Intake.Refused<AssessedFare>(String reason, String detail) ->
                    throw new IllegalStateException("a waiting fare cannot be read any more: " + reason + " " + detail);
            }
        }
    }

    private void convertOrWait(Record<byte[], byte[]> record, AssessedFare read, Span span) {
        Fare fare = read.fare();
        FareSpans.about(span, read.event());
        exposures.heard(fare.occurredAt(), Instant.ofEpochMilli(record.timestamp()));
        Optional<Kept> terms =
                waiting.holdsJourneyOf(fare) ? Optional.empty() : terms(fare, Instant.ofEpochMilli(record.timestamp()));
        if (terms.isEmpty()) {
            waiting.add(fare, record.value());
            count(Outcome.WAITING, span);
            return;
        }
        convert(record, read, terms.get(), fare.inWalletCurrency() ? Outcome.SAME_CURRENCY : Outcome.CONVERTED, span);
    }

    /** A journey's own terms if it has them; else those in force by its wallet's policy, which will be its own. */
    private Optional<Kept> terms(Fare fare, Instant assessedAt) {
        if (fare.inWalletCurrency()) {
            return Optional.of(Kept.AT_PAR);
        }
        return journeys.find(fare)
                .or(() -> ConversionRules.terms(
                                fare,
                                assessedAt,
                                parts.rates(),
                                parts.settings().spreads(),
                                parts.settings().policies())
                        .map(Kept::fresh));
    }

    private void convert(Record<byte[], byte[]> record, AssessedFare read, Kept kept, Outcome outcome, Span span) {
        Fare fare = read.fare();
        Conversion conversion;
        try {
            conversion = ConversionRules.convert(fare, kept.terms());
        } catch (ArithmeticException e) {
            park(record, ParkReason.AMOUNT_OVERFLOW.name(), fare.fareId(), span);
            return;
        }
        // A fare that comes again is converted again and is no second exposure.
        if (fare.revision() > kept.counted()) {
            journeys.keep(fare, new Kept(kept.terms(), fare.revision()));
            if (kept.terms().policy().exposes()) {
                exposures.add(fare, conversion);
            }
        }
        byte[] value = writer.write(FareMapper.toEvent(read.event(), conversion));
        Record<byte[], Outgoing> converted = record.withValue(new Outgoing.Converted(value));
        TapTraces.carry(span, converted.headers());
        context.forward(converted);
        count(outcome, span);
    }

    private void count(Outcome outcome, Span span) {
        parts.meter().count(outcome);
        span.setAttribute(TapTraces.OUTCOME, outcome.name());
    }

    private void park(Record<byte[], byte[]> record, String reason, String detail, Span span) {
        var source = context.recordMetadata();
        int partition = context.taskId().partition();
        long offset = source.map(metadata -> metadata.offset()).orElse(-1L);
        var headers =
                DeadLetter.headers(record.headers(), reason, detail, Topics.FARES_ASSESSED.name(), partition, offset);
        LOG.warnf("parked the fare at partition %d offset %d: %s (%s)", partition, offset, reason, detail);
        context.forward(record.withValue((Outgoing) new Outgoing.ParkedFare(record.value()))
                .withHeaders(headers));
        parts.meter().countParked(reason);
        FareSpans.parked(span, reason);
    }

    /** A waiting fare as a record again. */
    private Record<byte[], byte[]> record(AssessedFare read, byte[] value) {
        return new Record<>(FareMapper.keyOf(read.event()), value, context.currentSystemTimeMs(), new RecordHeaders());
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
