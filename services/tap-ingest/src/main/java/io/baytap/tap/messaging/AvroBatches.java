package io.baytap.tap.messaging;

import io.baytap.schemas.taps.v1.PresentedTap;
import io.baytap.schemas.taps.v1.TapsPresented;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.Reading;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import io.baytap.tap.domain.BatchFormat;
import io.baytap.tap.domain.BatchReader;
import io.baytap.tap.domain.BatchReading;
import io.baytap.tap.domain.Fingerprint;
import io.baytap.tap.domain.Refusal;
import io.baytap.tap.domain.TapDraft;
import io.baytap.tap.domain.TapReading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads batches in Avro, by the ids of the registry. */
public final class AvroBatches implements BatchReader {

    /** Readers that are kept for the next batch; more batches at once make readers of their own. */
    private static final int READERS_MAX = 64;

    /** What RFC 3339 and the other formats can write. */
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private final SchemaLookup schemas;
    private final int tapsMax;
    private final Queue<EventReader<TapsPresented>> readers = new ArrayBlockingQueue<>(READERS_MAX);

    /** Reads batches of up to that many taps. */
    public AvroBatches(SchemaLookup schemas, int tapsMax) {
        this.schemas = schemas;
        this.tapsMax = tapsMax;
    }

    @Override
    public BatchReading read(BatchFormat format, byte[] body, String gateId) {
        EventReader<TapsPresented> kept = readers.poll();
        EventReader<TapsPresented> reader = kept != null ? kept : new EventReader<>(TapsPresented.class, schemas);
        try {
            return switch (reader.read(body)) {
                case Reading.Unreadable<TapsPresented>(var cause, var detail) -> refused(cause, detail);
                case Reading.Event<TapsPresented>(var event) -> toBatch(event, gateId);
            };
        } catch (RegistryAwayException e) {
            return new BatchReading.Refused(new Refusal.RegistryAway());
        } finally {
            boolean _ = readers.offer(reader);
        }
    }

    private BatchReading toBatch(TapsPresented event, String gateId) {
        if (!event.getGateId().equals(gateId)) {
            return new BatchReading.Refused(new Refusal.MalformedBody("gateId is another gate's"));
        }
        if (event.getTaps().size() > tapsMax) {
            return new BatchReading.Refused(new Refusal.BatchTooLarge(tapsMax));
        }
        return new BatchReading.Batch(
                event.getTaps().stream().map(AvroBatches::toReading).toList());
    }

    private static TapReading toReading(PresentedTap tap) {
        var draft = new TapDraft();
        draft.sequence(tap.getSequence());
        Instant at = tap.getOccurredAt();
        draft.occurredAt(at.isBefore(EARLIEST) || at.isAfter(LATEST) ? null : at);
        draft.direction(tap.getDirection().name());
        draft.riderCode(tap.getRiderCode());
        unlessNull(tap.getRouteId(), draft::routeId);
        unlessNull(tap.getStopId(), draft::stopId);
        unlessNull(tap.getDeck(), draft::deck);
        unlessNull(tap.getDenyListVersion(), draft::denyListVersion);
        return draft.finish(() -> fingerprint(tap));
    }

    private static long fingerprint(PresentedTap tap) {
        byte[] content = tap.toString().getBytes(StandardCharsets.UTF_8);
        return Fingerprint.of(content, 0, content.length);
    }

    private static void unlessNull(@Nullable String value, Consumer<String> taker) {
        if (value != null) {
            taker.accept(value);
        }
    }

    private static BatchReading refused(Reading.Cause cause, String detail) {
        return new BatchReading.Refused(
                switch (cause) {
                    case UNKNOWN_SCHEMA -> new Refusal.UnknownSchema(detail + " is not registered");
                    case OTHER_EVENT -> new Refusal.OtherEvent(detail + " is no batch of taps");
                    case NO_VALUE, NOT_FRAMED, NOT_AVRO -> new Refusal.MalformedBody(detail);
                });
    }
}
