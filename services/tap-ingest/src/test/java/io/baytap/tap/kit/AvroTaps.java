package io.baytap.tap.kit;

import io.baytap.schemas.Topics;
import io.baytap.schemas.taps.v1.PresentedTap;
import io.baytap.schemas.taps.v1.TapDirection;
import io.baytap.schemas.taps.v1.TapsPresented;
import io.baytap.stack.Records;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Batches as a gate writes them in Avro, by the registry's own serializer. */
public final class AvroTaps {

    private AvroTaps() {}

    public static TapsPresented batch(String gateId, List<PresentedTap> taps) {
        return new TapsPresented(
                "taps:" + gateId + ":" + taps.getFirst().getSequence(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                gateId,
                taps);
    }

    public static PresentedTap tap(long sequence, Instant occurredAt, String riderCode) {
        return new PresentedTap(
                sequence,
                occurredAt.truncatedTo(ChronoUnit.MICROS),
                TapDirection.ENTRY,
                riderCode,
                null,
                null,
                null,
                null);
    }

    public static byte[] bytes(Records records, TapsPresented batch) {
        return records.bytes(Topics.TAPS_PRESENTED, batch);
    }
}
