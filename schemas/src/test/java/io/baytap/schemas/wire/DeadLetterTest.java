package io.baytap.schemas.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Topics;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    @Test
    void aDeadLetterIsTheRecordAsItCameAndSaysWhyAndWhereItLay() {
        var record = record(42);
        record.headers().add("traceparent", "00-1".getBytes(UTF_8)).add("__smallrye_generationId", new byte[] {49});

        var letter = parked(record, "NOT_FRAMED", "3 bytes");

        assertThat(letter.topic()).isEqualTo("fares.converted.v1.wallet-settlement.dlq");
        assertThat(letter.key()).isEqualTo(record.key());
        assertThat(letter.value()).isEqualTo(record.value());
        assertThat(headers(letter))
                .containsExactly(
                        "traceparent=00-1",
                        "baytap.reason=NOT_FRAMED",
                        "baytap.detail=3 bytes",
                        "baytap.topic=fares.converted.v1",
                        "baytap.partition=3",
                        "baytap.offset=42");
    }

    @Test
    void aDeadLetterThatWasPutBackSaysWhyItIsParkedNow() {
        var putBack = record(43);
        parked(record(42), "UNKNOWN_SCHEMA", "schema 7").headers().forEach(putBack.headers()::add);

        var letter = parked(putBack, "NOT_AVRO", "bytes are left over");

        assertThat(headers(letter))
                .containsExactly(
                        "baytap.reason=NOT_AVRO",
                        "baytap.detail=bytes are left over",
                        "baytap.topic=fares.converted.v1",
                        "baytap.partition=3",
                        "baytap.offset=43");
    }

    private static ProducerRecord<byte[], byte[]> parked(
            ConsumerRecord<byte @Nullable [], byte @Nullable []> record, String reason, String detail) {
        return DeadLetter.of(record, Topics.FARES_CONVERTED, "wallet-settlement", reason, detail);
    }

    private static ConsumerRecord<byte @Nullable [], byte @Nullable []> record(long offset) {
        return new ConsumerRecord<>(
                Topics.FARES_CONVERTED.name(), 3, offset, "rider".getBytes(UTF_8), new byte[] {1, 2, 3});
    }

    private static List<String> headers(ProducerRecord<byte[], byte[]> letter) {
        return StreamSupport.stream(letter.headers().spliterator(), false)
                .map(header -> header.key() + "=" + new String(header.value(), UTF_8))
                .toList();
    }
}
