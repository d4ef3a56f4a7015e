package io.baytap.fare.messaging;

import io.baytap.fare.domain.RiderHistory;
import io.baytap.fare.messaging.state.RiderState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;

/** A rider's history as bytes of a store, and back: Avro's single-object encoding, by the coders that Avro generates. */
final class RiderStateCodec {

    private static final int TYPICAL_LENGTH = 1024;
    private static final SpecificData MODEL = model();
    private static final SpecificDatumWriter<RiderState> WRITER =
            new SpecificDatumWriter<>(RiderState.getClassSchema(), MODEL);
    private static final SpecificDatumReader<RiderState> READER =
            new SpecificDatumReader<>(RiderState.getClassSchema(), RiderState.getClassSchema(), MODEL);
    private static final EncoderFactory ENCODERS = new EncoderFactory().configureBufferSize(TYPICAL_LENGTH);
    private static final byte[] HEADER = ByteBuffer.allocate(2 + Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put((byte) 0xC3)
            .put((byte) 0x01)
            .putLong(SchemaNormalization.parsingFingerprint64(RiderState.getClassSchema()))
            .array();

    private RiderStateCodec() {}

    /** What is stored under a rider. */
    record Stored(RiderHistory history, @Nullable Instant wakeAt) {
        static final Stored NOTHING = new Stored(RiderHistory.none(), null);
    }

    static byte[] encode(Stored stored) {
        var out = new ByteArrayOutputStream(TYPICAL_LENGTH);
        out.writeBytes(HEADER);
        BinaryEncoder encoder = ENCODERS.binaryEncoder(out, null);
        try {
            WRITER.write(StateWriter.toState(stored), encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toByteArray();
    }

    /**
     * Nothing stored is an empty history.
     *
     * @throws IllegalStateException if another version of the service stored it
     */
    static Stored decode(byte @Nullable [] value) {
        if (value == null) {
            return Stored.NOTHING;
        }
        if (value.length < HEADER.length || !Arrays.equals(value, 0, HEADER.length, HEADER, 0, HEADER.length)) {
            throw new IllegalStateException("a rider's state was stored by another version of the service");
        }
        try {
            return StateReader.fromState(READER.read(
                    null,
                    DecoderFactory.get().binaryDecoder(value, HEADER.length, value.length - HEADER.length, null)));
        } catch (IOException e) {
            throw new UncheckedIOException("a rider's state cannot be read", e);
        }
    }

    private static SpecificData model() {
        var model = new SpecificData(RiderState.class.getClassLoader());
        model.setCustomCoders(true);
        // Avro's other quick way to read; where it is on, the generated coders are not asked.
        model.setFastReaderEnabled(false);
        return model;
    }
}
