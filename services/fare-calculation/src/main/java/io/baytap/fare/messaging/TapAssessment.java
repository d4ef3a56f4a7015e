package io.baytap.fare.messaging;

import io.baytap.fare.domain.Assessment;
import io.baytap.fare.domain.FareChange;
import io.baytap.fare.domain.FareRules;
import io.baytap.fare.domain.RiderHistory;
import io.baytap.fare.domain.RiderTap;
import io.baytap.fare.domain.Tap;
import io.baytap.fare.domain.Tariff;
import io.baytap.fare.domain.Tariffs;
import io.baytap.fare.domain.Terms;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.wire.DeadLetter;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.EventWriter;
import io.baytap.schemas.wire.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Assesses the riders of one partition: with each tap, and when a missing tap is no longer waited for. */
final class TapAssessment {

    /** Riders in one look for expired journeys: the line must not wait long for it. */
    static final int EXPIRED_MAX = 500;

    private static final Logger LOG = Logger.getLogger(TapAssessment.class);

    private final ProcessorContext<byte[], Outgoing> context;
    private final FareParts parts;
    private final RiderStore riders;
    private final EventReader<TapAccepted> reader;
    private final EventWriter<FareAssessed> writer;

    TapAssessment(ProcessorContext<byte[], Outgoing> context, FareParts parts, RiderStore riders) {
        this.context = context;
        this.parts = parts;
        this.riders = riders;
        this.reader = new EventReader<>(TapAccepted.class, parts.schemas());
        this.writer = new EventWriter<>(Topics.FARES_ASSESSED, FareAssessed.class, parts.schemas());
    }

    void take(Record<byte[], byte[]> record) {
        switch (reader.read(record.value())) {
            case Reading.Event<TapAccepted>(TapAccepted event) -> take(record, event);
            case Reading.Unreadable<TapAccepted>(Reading.Cause cause, String detail) ->
                park(record, cause.name(), detail);
        }
    }

    /** One look for journeys whose missing tap is no longer waited for. */
    void expire() {
        Instant now = parts.clock().now();
        if (now.isBefore(Instant.EPOCH)) {
            return;
        }
        for (String riderId : riders.expired(now, EXPIRED_MAX)) {
            var stored = riders.get(riderId);
            assess(riderId, stored.history(), stored.nextExpiry(), now);
        }
    }

    private void take(Record<byte[], byte[]> record, TapAccepted event) {
        String fault = TapMapper.findFault(record.key(), event);
        if (fault != null) {
            park(record, fault, event.getEventId());
            return;
        }
        Tap tap = TapMapper.toTap(event);
        RiderTap admitted = admit(tap);
        if (admitted == null) {
            park(
                    record,
                    "NO_FARE",
                    "no tariff has a fare for " + tap.id() + " at " + tap.routeId() + ", " + tap.stopId());
            return;
        }
        var stored = riders.get(event.getRiderId());
        if (stored.history().knows(tap.id())) {
            parts.meter().countDuplicate();
            return;
        }
        RiderHistory history =
                stored.history().with(admitted).since(tap.occurredAt().minus(parts.horizon()));
        assess(event.getRiderId(), history, stored.nextExpiry(), parts.clock().now());
        parts.meter().countTap();
    }

    /** Null if no tariff can price it: what cannot be priced must not be paired. */
    private @Nullable RiderTap admit(Tap tap) {
        Tariff tariff = parts.tariffs().get().find(tap.operatorId()).orElse(null);
        Terms terms = tariff == null
                ? null
                : tariff.findTerms(tap.routeId(), tap.deck()).orElse(null);
        if (tariff == null || terms == null) {
            return null;
        }
        var admitted = new RiderTap(tap, terms);
        return FareRules.canPrice(admitted, tariff) ? admitted : null;
    }

    private void assess(String riderId, RiderHistory history, @Nullable Instant expiryBefore, Instant now) {
        Tariffs tariffs = parts.tariffs().get();
        Assessment assessment = Assessment.of(history, tariffs, now);
        byte[] key = riderId.getBytes(StandardCharsets.UTF_8);
        for (FareChange change : assessment.changes()) {
            FareAssessed event = FareMapper.toEvent(riderId, change);
            context.forward(new Record<>(key, new Outgoing.Fare(writer.write(event)), context.currentSystemTimeMs()));
            parts.meter().countFare(event.getKind().name());
        }
        riders.put(riderId, expiryBefore, assessment.history(), assessment.nextExpiry());
    }

    private void park(Record<byte[], byte[]> record, String reason, String detail) {
        int partition = context.taskId().partition();
        long offset =
                context.recordMetadata().map(metadata -> metadata.offset()).orElse(-1L);
        var headers =
                DeadLetter.headers(record.headers(), reason, detail, Topics.TAPS_ACCEPTED.name(), partition, offset);
        LOG.warnf("parked the tap at partition %d offset %d: %s (%s)", partition, offset, reason, detail);
        context.forward(record.withValue((Outgoing) new Outgoing.ParkedTap(record.value()))
                .withHeaders(headers));
        parts.meter().countParked(reason);
    }
}
