package io.baytap.reporting.messaging;

import io.baytap.schemas.Topic;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** An unreadable record on its way to the dead letters: as it came, with the reason and its old place in the headers. */
record ParkedRecord(ConsumerRecord<byte[], byte[]> record, Topic topic, String reason) {

    /** The connector marks every record that it reads; no producer of the line wrote these. */
    private static final String CONNECTOR_HEADERS = "__smallrye_";

    ProducerRecord<byte[], byte[]> toDeadLetter(String consumer) {
        Headers headers = new RecordHeaders();
        for (Header header : record.headers()) {
            if (!header.key().startsWith(CONNECTOR_HEADERS)) {
                headers.add(header);
            }
        }
        headers.add("baytap.reason", text(reason))
                .add("baytap.topic", text(record.topic()))
                .add("baytap.partition", text(Integer.toString(record.partition())))
                .add("baytap.offset", text(Long.toString(record.offset())));
        return new ProducerRecord<>(topic.deadLetters(consumer), null, record.key(), record.value(), headers);
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
