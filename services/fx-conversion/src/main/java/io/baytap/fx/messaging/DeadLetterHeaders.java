package io.baytap.fx.messaging;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers of a parked record: its own, and where it stood and why it was parked. */
final class DeadLetterHeaders {

    static final String REASON = "baytap.reason";
    static final String DETAIL = "baytap.detail";
    static final String TOPIC = "baytap.topic";
    static final String PARTITION = "baytap.partition";
    static final String OFFSET = "baytap.offset";

    private DeadLetterHeaders() {}

    static Headers of(Headers original, ParkReason reason, String detail, String topic, int partition, long offset) {
        var headers = new RecordHeaders(original);
        add(headers, REASON, reason.name());
        add(headers, DETAIL, detail);
        add(headers, TOPIC, topic);
        add(headers, PARTITION, Integer.toString(partition));
        add(headers, OFFSET, Long.toString(offset));
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
