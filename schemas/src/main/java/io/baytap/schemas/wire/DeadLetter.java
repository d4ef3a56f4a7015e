package io.baytap.schemas.wire;

import io.baytap.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** A record that its consumer cannot use: key, value and headers as they came, and in more headers why and where it lay. */
public final class DeadLetter {

    /** A stable code. */
    public static final String REASON = "baytap.reason";

    /** For a person; holds nothing of the record's content. */
    public static final String DETAIL = "baytap.detail";

    public static final String TOPIC = "baytap.topic";
    public static final String PARTITION = "baytap.partition";
    public static final String OFFSET = "baytap.offset";

    /**
     * On a mark alone: a record among the dead letters, without key and value, that says of the place which the headers above name that
     * what lay there was put back; its value is the dead letter's own offset.
     */
    public static final String PUT_BACK = "baytap.put-back";

    private static final Set<String> OURS = Set.of(REASON, DETAIL, TOPIC, PARTITION, OFFSET);

    /** What connectors add when they read a record; no producer of the line wrote it. */
    private static final String CONNECTOR_PREFIX = "__smallrye_";

    private DeadLetter() {}

    /** The record that parks the other one. */
    public static ProducerRecord<byte[], byte[]> of(
            ConsumerRecord<? extends byte @Nullable [], ? extends byte @Nullable []> record,
            Topic topic,
            String consumer,
            String reason,
            String detail) {
        Headers headers =
                headers(record.headers(), reason, detail, record.topic(), record.partition(), record.offset());
        return new ProducerRecord<>(topic.deadLetters(consumer), null, record.key(), record.value(), headers);
    }

    /** The headers of a dead letter. One that was put back and is parked again says why and where anew, not twice. */
    public static Headers headers(
            Headers original, String reason, String detail, String topic, int partition, long offset) {
        return original(original)
                .add(REASON, bytes(reason))
                .add(DETAIL, bytes(detail))
                .add(TOPIC, bytes(topic))
                .add(PARTITION, bytes(Integer.toString(partition)))
                .add(OFFSET, bytes(Long.toString(offset)));
    }

    /** The headers of the record as they were before it was parked. */
    public static Headers original(Headers parked) {
        Headers headers = new RecordHeaders();
        for (Header header : parked) {
            if (!OURS.contains(header.key()) && !header.key().startsWith(CONNECTOR_PREFIX)) {
                headers.add(header);
            }
        }
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
