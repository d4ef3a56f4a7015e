package io.baytap.fx.messaging;

import io.baytap.schemas.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Writes a topic's events in the line's wire format, see {@link EventReader}. Not safe for several threads. */
final class EventWriter<T extends SpecificRecord> {

    private static final int TYPICAL_LENGTH = 512;

    private final DatumWriter<T> writer;
    private final byte[] header;
    private @Nullable BinaryEncoder encoder;

    /**
     * @param topic one that holds events of {@code type}
     * @throws SchemaRegistry.RegistryAway if the schema's id cannot be asked for now
     */
    EventWriter(Topic topic, Class<T> type, SchemaRegistry registry) {
        this.writer = new SpecificDatumWriter<>(topic.schema(), SpecificData.getForClass(type));
        this.header = ByteBuffer.allocate(EventReader.HEADER_LENGTH)
                .put(EventReader.MAGIC)
                .putInt(registry.contentId(topic))
                .array();
    }

    byte[] write(T event) {
        var out = new ByteArrayOutputStream(TYPICAL_LENGTH);
        out.writeBytes(header);
        encoder = EncoderFactory.get().binaryEncoder(out, encoder);
        try {
            writer.write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
