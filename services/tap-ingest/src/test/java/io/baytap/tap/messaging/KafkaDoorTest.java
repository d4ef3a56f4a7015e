package io.baytap.tap.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.tap.domain.ClockLimits;
import io.baytap.tap.domain.DenyList;
import io.baytap.tap.domain.GateBook;
import io.baytap.tap.domain.Intake;
import io.baytap.tap.domain.Refusal;
import io.baytap.tap.kit.Keys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaDoorTest {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.TAPS_PRESENTED.name(), 0);
    private static final ClockLimits CLOCKS =
            new ClockLimits(Duration.ofMinutes(10), 3, Duration.ofSeconds(2), Duration.ofMinutes(5));
    private static final Intake.Answer AWAY = new Intake.Answer.Refused(new Refusal.LineAway());

    private final MockConsumer<byte @Nullable [], byte @Nullable []> consumer = new MockConsumer<>("earliest");
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final AtomicReference<Intake.Answer> answer = new AtomicReference<>(AWAY);
    private final AtomicInteger asked = new AtomicInteger();
    private final KafkaDoor door = new KafkaDoor(
            () -> consumer,
            producer,
            _ -> {
                asked.incrementAndGet();
                return answer.get();
            },
            new ReferenceMeters(
                    new SimpleMeterRegistry(),
                    new References(
                            _ -> Keys.generate().getPublic(),
                            new NoSchemas(),
                            new GateBook(8, CLOCKS),
                            new DenyList(10))));

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void whatKafkaDidNotTakeIsNotCommittedAndIsTriedUntilItIs() {
        present(3);

        await().until(() -> asked.get() >= 2);
        assertThat(committed()).isNull();
        answer.set(new Intake.Answer.Judged(List.of()));

        await().atMost(Duration.ofSeconds(10)).until(() -> committed() != null);
        assertThat(committed()).isEqualTo(new OffsetAndMetadata(3));
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void aBatchThatIsRefusedForGoodIsParkedWithItsReason() {
        answer.set(new Intake.Answer.Refused(new Refusal.UnknownGate()));

        present(1);

        await().atMost(Duration.ofSeconds(10)).until(() -> committed() != null);
        assertThat(producer.history()).hasSize(1);
        assertThat(producer.history().getFirst().topic()).isEqualTo("taps.presented.v1.tap-ingest.dlq");
        assertThat(new String(
                        producer.history()
                                .getFirst()
                                .headers()
                                .lastHeader("baytap.reason")
                                .value(),
                        StandardCharsets.UTF_8))
                .isEqualTo("UNKNOWN_GATE");
        assertThat(producer.history().getFirst().value()).isNull();
    }

    private @Nullable OffsetAndMetadata committed() {
        return consumer.committed(Set.of(PARTITION)).get(PARTITION);
    }

    private void present(int batches) {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.schedulePollTask(() -> {
            consumer.rebalance(List.of(PARTITION));
            for (int i = 0; i < batches; i++) {
                consumer.addRecord(new ConsumerRecord<>(
                        PARTITION.topic(), 0, i, "gate".getBytes(StandardCharsets.UTF_8), new byte[] {0}));
            }
        });
        door.start();
    }
}
