package io.baytap.fx.messaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SystemLimitException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads one kind of event from the line's wire format: a zero byte, the schema's content id in four bytes, Avro binary.
 * Bytes that are no such event are a value, not an exception. Not safe for several threads.
 */
final class EventReader<T extends SpecificRecord> {

    static final byte MAGIC = 0;
    static final int HEADER_LENGTH = 5;

    /** No field is longer than the largest record a broker takes: a corrupt length must not ask for gigabytes. */
    private static final String LENGTH_MAX = Integer.toString(1 << 20);

    static {
        System.setProperty(SystemLimitException.MAX_STRING_LENGTH_PROPERTY, LENGTH_MAX);
        System.setProperty(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY, LENGTH_MAX);
        System.setProperty(SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY, LENGTH_MAX);
    }

    private final Class<T> type;
    private final SchemaRegistry registry;
    private final SpecificData model;
    private final Schema schema;
    private final Map<Integer, SpecificDatumReader<T>> readers = new HashMap<>();
    private @Nullable BinaryDecoder decoder;

    EventReader(Class<T> type, SchemaRegistry registry) {
        this.type = type;
        this.registry = registry;
        this.model = SpecificData.getForClass(type);
        this.schema = model.getSchema(type);
    }

    /** What a record's bytes turned out to be. */
    sealed interface Reading<T> {
        record Event<T>(T event) implements Reading<T> {}

        record Unreadable<T>(ParkReason reason, String detail) implements Reading<T> {}
    }

    /** @throws SchemaRegistry.RegistryAway if the schema is not known yet and the registry cannot be asked */
    Reading<T> read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return new Reading.Unreadable<>(ParkReason.EMPTY, "no value");
        }
        if (bytes.length <= HEADER_LENGTH || bytes[0] != MAGIC) {
            return new Reading.Unreadable<>(ParkReason.NOT_AVRO, bytes.length + " bytes without a schema id");
        }
        int contentId = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        SpecificDatumReader<T> reader = reader(contentId);
        if (reader == null) {
            return new Reading.Unreadable<>(ParkReason.UNKNOWN_SCHEMA, "content id " + contentId);
        }
        try {
            decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER_LENGTH, bytes.length - HEADER_LENGTH, decoder);
            T event = type.cast(reader.read(null, decoder));
            return decoder.isEnd()
                    ? new Reading.Event<>(event)
                    : new Reading.Unreadable<>(ParkReason.UNREADABLE, "bytes are left over");
        } catch (IOException | RuntimeException e) {
            // Whatever Avro trips over in foreign bytes: end of input, a bad index, a date beyond all calendars.
            return new Reading.Unreadable<>(
                    ParkReason.UNREADABLE,
                    "content id " + contentId + ": " + e.getClass().getSimpleName());
        }
    }

    private @Nullable SpecificDatumReader<T> reader(int contentId) {
        SpecificDatumReader<T> known = readers.get(contentId);
        if (known != null) {
            return known;
        }
        Schema writer = registry.find(contentId);
        if (writer == null) {
            return null;
        }
        var reader = new SpecificDatumReader<T>(writer, schema, model);
        readers.put(contentId, reader);
        return reader;
    }
}
