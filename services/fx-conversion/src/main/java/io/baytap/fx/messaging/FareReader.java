package io.baytap.fx.messaging;

import io.baytap.fx.messaging.FareMapper.AssessedFare;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.Reading;
import io.baytap.schemas.wire.SchemaLookup;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads assessed fares: bytes, event, sense. Not safe for several threads. */
final class FareReader {

    private final EventReader<FareAssessed> events;

    FareReader(SchemaLookup registry) {
        this.events = new EventReader<>(FareAssessed.class, registry);
    }

    /** A record of the topic. */
    Intake<AssessedFare> read(byte @Nullable [] key, byte @Nullable [] value, Instant now) {
        return switch (events.read(value)) {
            case Reading.Event<FareAssessed>(FareAssessed event) ->
                Arrays.equals(key, FareMapper.keyOf(event))
                        ? FareMapper.toFare(event, now)
                        // Another key may mean another partition: the rider's order would be lost.
                        : Intake.Refused.of(ParkReason.KEY_MISMATCH, "the key is not the event's riderId");
            case Reading.Unreadable<FareAssessed> unreadable -> Intake.Refused.of(unreadable);
        };
    }

    /** A record that was read before and kept. */
    Intake<AssessedFare> readKept(byte[] value, Instant now) {
        return switch (events.read(value)) {
            case Reading.Event<FareAssessed>(FareAssessed event) -> FareMapper.toFare(event, now);
            case Reading.Unreadable<FareAssessed> unreadable -> Intake.Refused.of(unreadable);
        };
    }
}
