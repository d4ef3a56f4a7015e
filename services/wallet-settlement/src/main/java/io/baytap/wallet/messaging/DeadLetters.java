package io.baytap.wallet.messaging;

import io.baytap.schemas.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;

/** Parks records that this service cannot use: as they came, with the reason in headers. */
final class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final String topic;
    private final MeterRegistry metrics;

    DeadLetters(Topic topic, MeterRegistry metrics) {
        this.topic = topic.deadLetters(KafkaClients.SERVICE);
        this.metrics = metrics;
    }

    ProducerRecord<byte[], byte[]> park(ConsumerRecord<byte[], byte[]> record, UnreadableRecord why) {
        return park(record, why.reason(), String.valueOf(why.getMessage()));
    }

    ProducerRecord<byte[], byte[]> park(ConsumerRecord<byte[], byte[]> record, String reason) {
        return park(record, reason, reason);
    }

    private ProducerRecord<byte[], byte[]> park(ConsumerRecord<byte[], byte[]> record, String reason, String detail) {
        LOG.warnf("parked %s-%d@%d: %s", record.topic(), record.partition(), record.offset(), detail);
        metrics.counter("wallet.records.parked", "topic", record.topic(), "reason", reason)
                .increment();
        var parked = new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers());
        add(parked.headers(), "baytap.reason", reason);
        add(parked.headers(), "baytap.topic", record.topic());
        add(parked.headers(), "baytap.partition", Integer.toString(record.partition()));
        add(parked.headers(), "baytap.offset", Long.toString(record.offset()));
        return parked;
    }

    private static void add(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
