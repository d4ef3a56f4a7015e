package io.baytap.schemas.wire;

import io.baytap.schemas.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes a topic's events. Safe for several threads. */
public final class EventWriter<T extends SpecificRecord> {

    private static final int TYPICAL_LENGTH = 512;
    private static final EncoderFactory ENCODERS = new EncoderFactory().configureBufferSize(TYPICAL_LENGTH);

    private final Topic topic;
    private final SpecificDatumWriter<T> writer;
    private final SchemaLookup lookup;

    /** Asks nothing yet: the schema's id is looked up with the first event. */
    public EventWriter(Topic topic, Class<T> type, SchemaLookup lookup) {
        if (topic.value() != type) {
            throw new IllegalArgumentException(topic.name() + " does not hold " + type.getSimpleName());
        }
        this.topic = topic;
        this.writer = new SpecificDatumWriter<>(topic.schema(), SpecificData.getForClass(type));
        this.lookup = lookup;
    }

    /**
     * The event as a record's value.
     *
     * @throws RegistryAwayException if the schema's id is not known yet and cannot be asked for
     */
    public byte[] write(T event) {
        int contentId = lookup.contentId(topic);
        var out = new ByteArrayOutputStream(TYPICAL_LENGTH);
        out.write(EventReader.MAGIC);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(contentId).array());
        BinaryEncoder encoder = ENCODERS.binaryEncoder(out, null);
        try {
            writer.write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toByteArray();
    }

    /** The event as a record of its topic. */
    public ProducerRecord<byte[], byte[]> record(String key, T event) {
        return new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), write(event));
    }
}
