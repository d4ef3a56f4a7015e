package io.baytap.wallet.messaging;

import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.schemas.wire.SchemaLookup;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the clients of the broker and of the registry. */
public class KafkaClients {

    static final String SERVICE = "wallet-settlement";

    /** Records come in company: a poll's two transactions cost as much for one as for hundreds. */
    private static final int FETCH_MIN_BYTES = 64 * 1024;

    /** A replica that was killed is missed after this; its partitions wait so long for a new owner. */
    private static final int SESSION_TIMEOUT_MS = 6_000;

    private static final int HEARTBEAT_INTERVAL_MS = 1_500;

    /** What it had begun to write holds up all readers of those partitions for so long, and until the broker looks again. */
    private static final int TRANSACTION_TIMEOUT_MS = 6_000;

    private static final int DELIVERY_TIMEOUT_MS = 12_000;
    private static final int REQUEST_TIMEOUT_MS = 10_000;
    private static final int BLOCK_MAX_MS = 10_000;

    private final Settings settings;
    private final SchemaLookup schemas;

    /**
     * What the clients need to know.
     *
     * @param broker where the broker is and who one is there: everything that is set under {@code kafka.}
     * @param instance names this replica; stable over restarts, so that a restart takes over at once what a crash left
     * @param batchMax records of one poll, and so of one database transaction
     * @param linger how long records wait for company
     */
    public record Settings(Map<String, Object> broker, String instance, int batchMax, Duration linger) {

        Settings named(String name) {
            return new Settings(broker, name, batchMax, linger);
        }
    }

    public KafkaClients(Settings settings, SchemaLookup schemas) {
        this.settings = settings;
        this.schemas = schemas;
    }

    /** Clients of one of several readers of a topic: each has a name of its own at the broker. */
    KafkaClients ofReader(int number) {
        return new KafkaClients(settings.named(settings.instance() + "-" + number), schemas);
    }

    Consumer<byte[], byte[]> consumer(Topic topic) {
        Map<String, Object> config = new HashMap<>(settings.broker());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group(topic));
        config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instance());
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_INTERVAL_MS);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchMax());
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_MIN_BYTES);
        config.put(
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                Math.toIntExact(settings.linger().toMillis()));
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** One writer per topic and replica: a newer one with the same name shuts the older one out. */
    Producer<byte[], byte[]> transactionalProducer(Topic topic) {
        Map<String, Object> config = producerConfig();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, group(topic) + "-" + settings.instance());
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        return producer(config);
    }

    Producer<byte[], byte[]> plainProducer() {
        return producer(producerConfig());
    }

    Duration linger() {
        return settings.linger();
    }

    SchemaLookup schemas() {
        return schemas;
    }

    /** The line's group is called as the service; every other topic has a group of its own. */
    private static String group(Topic topic) {
        return topic.equals(Topics.FARES_CONVERTED) ? SERVICE : SERVICE + "-" + topic.name();
    }

    private Map<String, Object> producerConfig() {
        Map<String, Object> config = new HashMap<>(settings.broker());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MAX_MS);
        return config;
    }

    private static Producer<byte[], byte[]> producer(Map<String, Object> config) {
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
