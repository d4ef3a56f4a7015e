package io.baytap.wallet.messaging;

import com.microsoft.kiota.ApiException;
import io.apicurio.registry.resolver.SchemaResolver;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of one type from their bytes. What cannot be read is told apart from what cannot be read at the
 * moment: a registry that is away is an outage and throws; it is never the record's fault.
 */
final class Decoder<T extends SpecificRecord> implements AutoCloseable {

    private static final int PREFIX = 1 + Integer.BYTES;
    private static final int NOT_FOUND = 404;

    private final Class<T> type;
    private final AvroKafkaDeserializer<Object> registry;
    private final Map<Integer, SpecificDatumReader<T>> readers = new HashMap<>();

    Decoder(Class<T> type, Map<String, Object> registry) {
        this.type = type;
        this.registry = new AvroKafkaDeserializer<>();
        this.registry.configure(registry, false);
    }

    T decode(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecord {
        byte[] bytes = record.value();
        if (bytes == null || bytes.length < PREFIX || bytes[0] != 0) {
            throw new UnreadableRecord("NOT_FRAMED");
        }
        SpecificDatumReader<T> reader =
                reader(ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt());
        try {
            BinaryDecoder in = DecoderFactory.get().binaryDecoder(bytes, PREFIX, bytes.length - PREFIX, null);
            T event = reader.read(null, in);
            if (!in.isEnd()) {
                throw new UnreadableRecord("NOT_AVRO");
            }
            return event;
        } catch (IOException | RuntimeException e) {
            // The schema is at hand, so the bytes are at fault.
            throw new UnreadableRecord("NOT_AVRO", e);
        }
    }

    /** The reader of what was written with a schema, by the schema's number in the registry. */
    private SpecificDatumReader<T> reader(int contentId) throws UnreadableRecord {
        SpecificDatumReader<T> reader = readers.get(contentId);
        if (reader == null) {
            // Of the loader that this service sees the events by; Avro's own may see other classes of that name.
            var model = new SpecificData(type.getClassLoader());
            Schema schema = model.getSchema(type);
            Schema written = written(contentId);
            if (!written.getFullName().equals(schema.getFullName())) {
                throw new UnreadableRecord("OTHER_EVENT");
            }
            reader = new SpecificDatumReader<>(written, schema, model);
            readers.put(contentId, reader);
        }
        return reader;
    }

    private Schema written(int contentId) throws UnreadableRecord {
        SchemaResolver<Schema, Object> resolver = registry.getSchemaResolver();
        try {
            return resolver.resolveSchemaByArtifactReference(ArtifactReference.fromContentId((long) contentId))
                    .getParsedSchema()
                    .getParsedSchema();
        } catch (RuntimeException e) {
            if (isNotFound(e)) {
                throw new UnreadableRecord("UNKNOWN_SCHEMA");
            }
            throw e;
        }
    }

    private static boolean isNotFound(@Nullable Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException answer && answer.getResponseStatusCode() == NOT_FOUND) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        registry.close();
    }
}
