package io.baytap.tap.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** What the clients must be set to for this service to keep its word; the rest is the deployment's. */
public final class KafkaSettings {

    private static final int BATCH_BYTES = 128 * 1024;
    private static final int FETCH_BYTES_MAX = 16 * 1024 * 1024;
    private static final Duration CONSUMER_CALL_MAX = Duration.ofSeconds(5);

    private KafkaSettings() {}

    /**
     * Acknowledged means stored by all in-sync replicas, once and in order.
     *
     * @param deliveryTimeout after which a record that is not acknowledged has failed
     * @param linger how long a record waits for company
     */
    public static Map<String, Object> producer(Map<String, Object> base, Duration deliveryTimeout, Duration linger) {
        var settings = new HashMap<>(base);
        settings.putAll(Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                linger.toMillis(),
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(deliveryTimeout.toMillis()),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(deliveryTimeout.toMillis() / 2),
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                deliveryTimeout.toMillis() / 2));
        return settings;
    }

    /**
     * In the group of this service; offsets are committed by hand.
     *
     * @param batchesMax how many batches one poll brings
     */
    public static Map<String, Object> door(Map<String, Object> base, int batchesMax) {
        var settings = new HashMap<>(consumer(base));
        settings.putAll(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                DeadLetters.CONSUMER,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                batchesMax,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                FETCH_BYTES_MAX));
        return settings;
    }

    /** No group: partitions are assigned by hand and no offsets are kept. */
    public static Map<String, Object> consumer(Map<String, Object> base) {
        var settings = new HashMap<>(base);
        settings.putAll(Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(CONSUMER_CALL_MAX.toMillis())));
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return settings;
    }
}
