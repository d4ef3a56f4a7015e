package io.baytap.bench.taps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BareIntakeTest {

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final BareIntake intake = new BareIntake(producer, "bench.taps.v1", 149);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sequence\":1,\"riderCode\":\"abc\"}\n{\"sequence\":2,\"riderCode\":\"abc\"}\n",
                "[{\"sequence\":1,\"riderCode\":\"abc\"},{\"riderCode\":\"abc\",\"sequence\":2}]"
            })
    void everyTapIsARecordOfThatSizeAndIsAnsweredWhenAllAreAcknowledged(String body) {
        var answer = intake.take(body.getBytes(StandardCharsets.UTF_8));

        assertThat(producer.history())
                .hasSize(2)
                .allSatisfy(record ->
                        assertThat(record.key().length + record.value().length).isEqualTo(149));
        producer.completeNext();
        assertThat(answer.isComplete()).isFalse();
        producer.completeNext();
        assertThat(answer.result().toString())
                .isEqualTo("{\"verdicts\":[{\"sequence\":1,\"verdict\":\"ACCEPTED\",\"reason\":null,"
                        + "\"field\":null,\"detail\":null},{\"sequence\":2,\"verdict\":\"ACCEPTED\",\"reason\":null,"
                        + "\"field\":null,\"detail\":null}]}");
    }

    @Test
    void whatKafkaRefusesIsNotAccepted() {
        var answer = intake.take("{\"sequence\":1,\"riderCode\":\"abc\"}".getBytes(StandardCharsets.UTF_8));

        producer.errorNext(new IllegalStateException("no"));

        assertThat(answer.failed()).isTrue();
    }
}
