package io.baytap.reporting.messaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads the line's wire format: a zero byte, the content id of the writer's schema in four bytes, Avro binary. */
final class EventDecoder {

    private static final int HEADER_BYTES = 5;

    /** Longest text or bytes in an event. */
    private static final int FIELD_BYTES_MAX = 1 << 20;

    static {
        // Avro makes room for whatever length a text claims, before it looks whether the record is that long: without a
        // limit, five wrong bytes are two gigabytes. It reads these once, when the first text is decoded.
        System.setProperty("org.apache.avro.limits.string.maxLength", Integer.toString(FIELD_BYTES_MAX));
        System.setProperty("org.apache.avro.limits.bytes.maxLength", Integer.toString(FIELD_BYTES_MAX));
    }

    private final WriterSchemas schemas;

    /** Finds the generated classes where this class was loaded, whatever thread reads. */
    private final SpecificData model = new SpecificData(EventDecoder.class.getClassLoader());

    EventDecoder(WriterSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * Reads one value.
     *
     * @throws Poison if it cannot be read, now or ever
     * @throws RegistryAway if its schema cannot be looked up now
     */
    SpecificRecord decode(Schema reader, byte @Nullable [] value) throws Poison {
        if (value == null) {
            throw new Poison("NO_VALUE");
        }
        if (value.length < HEADER_BYTES || value[0] != 0) {
            throw new Poison("NOT_FRAMED");
        }
        int contentId = ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
        Schema writer = schemas.find(contentId).orElseThrow(() -> new Poison("UNKNOWN_SCHEMA"));
        if (!writer.getFullName().equals(reader.getFullName())) {
            throw new Poison("OTHER_EVENT");
        }
        return read(value, new SpecificDatumReader<>(writer, reader, model));
    }

    private static SpecificRecord read(byte[] value, SpecificDatumReader<SpecificRecord> reader) throws Poison {
        BinaryDecoder bytes =
                DecoderFactory.get().binaryDecoder(value, HEADER_BYTES, value.length - HEADER_BYTES, null);
        try {
            SpecificRecord event = reader.read(null, bytes);
            if (!bytes.isEnd()) {
                throw new Poison("TRAILING_BYTES");
            }
            return event;
        } catch (IOException | AvroRuntimeException | ArithmeticException | IndexOutOfBoundsException e) {
            throw new Poison("UNREADABLE");
        }
    }
}
