package io.baytap.schemas.wire;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SystemLimitException;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads one kind of event. Bytes that are no such event are a value, not an exception. Not safe for several threads. */
public final class EventReader<T extends SpecificRecord> {

    static final byte MAGIC = 0;
    static final int PREFIX_LENGTH = 1 + Integer.BYTES;

    /** No field is longer than the largest record a broker takes: a corrupt length must not ask for gigabytes. */
    private static final String LENGTH_MAX = Integer.toString(1 << 20);

    static {
        System.setProperty(SystemLimitException.MAX_STRING_LENGTH_PROPERTY, LENGTH_MAX);
        System.setProperty(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY, LENGTH_MAX);
        System.setProperty(SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY, LENGTH_MAX);
        readLimitsAgain();
    }

    private final Class<T> type;
    private final SchemaLookup lookup;
    private final SpecificData model;
    private final Schema schema;
    private final Map<Integer, SpecificDatumReader<T>> readers = new HashMap<>();
    private @Nullable BinaryDecoder decoder;

    public EventReader(Class<T> type, SchemaLookup lookup) {
        this.type = type;
        this.lookup = lookup;
        this.model = model(type);
        this.schema = model.getSchema(type);
    }

    /**
     * Reads a record's value.
     *
     * @throws RegistryAwayException if its schema is not known yet and cannot be asked for
     */
    public Reading<T> read(byte @Nullable [] value) {
        if (value == null) {
            return unreadable(Reading.Cause.NO_VALUE, "no value");
        }
        if (value.length < PREFIX_LENGTH || value[0] != MAGIC) {
            return unreadable(Reading.Cause.NOT_FRAMED, value.length + " bytes that do not begin with a schema id");
        }
        int contentId = ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
        SpecificDatumReader<T> reader = readers.get(contentId);
        if (reader == null) {
            Schema writer = lookup.find(contentId);
            if (writer == null) {
                return unreadable(Reading.Cause.UNKNOWN_SCHEMA, "schema " + contentId);
            }
            if (!writer.getFullName().equals(schema.getFullName())) {
                return unreadable(Reading.Cause.OTHER_EVENT, writer.getFullName());
            }
            reader = new SpecificDatumReader<>(writer, schema, model);
            readers.put(contentId, reader);
        }
        return read(value, contentId, reader);
    }

    /** Avro read them when it was loaded, which a default of an event that was built before may have done; it offers no other way. */
    private static void readLimitsAgain() {
        try {
            Method reset = SystemLimitException.class.getDeclaredMethod("resetLimits");
            reset.setAccessible(true);
            reset.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Avro does not let its limits be set", e);
        }
    }

    /** Finds the event's class by its own loader: Avro's may be another one, and would read a record of no class. */
    private static SpecificData model(Class<?> type) {
        var model = new SpecificData(type.getClassLoader());
        model.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
        model.addLogicalTypeConversion(new TimeConversions.DateConversion());
        return model;
    }

    private Reading<T> read(byte[] value, int contentId, SpecificDatumReader<T> reader) {
        try {
            decoder = DecoderFactory.get().binaryDecoder(value, PREFIX_LENGTH, value.length - PREFIX_LENGTH, decoder);
            T event = type.cast(reader.read(null, decoder));
            return decoder.isEnd()
                    ? new Reading.Event<>(event)
                    : unreadable(Reading.Cause.NOT_AVRO, "bytes are left over");
        } catch (IOException | RuntimeException e) {
            // Whatever Avro trips over in foreign bytes: end of input, a bad index, a date beyond all calendars.
            return unreadable(
                    Reading.Cause.NOT_AVRO,
                    "schema " + contentId + ": " + e.getClass().getSimpleName());
        }
    }

    private static <T> Reading<T> unreadable(Reading.Cause cause, String detail) {
        return new Reading.Unreadable<>(cause, detail);
    }
}
