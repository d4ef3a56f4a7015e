package io.baytap.wallet.messaging;

import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.baytap.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes events as records. A registry that is away throws: an outage. */
final class Encoder implements AutoCloseable {

    private final AvroKafkaSerializer<SpecificRecord> serializer;

    Encoder(Map<String, Object> registry) {
        this.serializer = new AvroKafkaSerializer<>();
        serializer.configure(registry, false);
    }

    ProducerRecord<byte[], byte[]> encode(Topic topic, String key, SpecificRecord event) {
        return new ProducerRecord<>(
                topic.name(), key.getBytes(StandardCharsets.UTF_8), serializer.serialize(topic.name(), event));
    }

    @Override
    public void close() {
        serializer.close();
    }
}
