package io.baytap.fx.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.fx.domain.PublishedRates;
import io.baytap.fx.domain.RatePublisher.NotStored;
import io.baytap.fx.domain.Sifting;
import io.baytap.schemas.Topics;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** Terms of publishing, on a real broker. */
class RateTopicIT {

    private static final Sifting APRIL_8 = new Sifting(PublishedRates.april8(), List.of());
    private static final Sifting APRIL_9 = new Sifting(PublishedRates.april9(), List.of());

    @Test
    void whoWasPausedAndReplacedPublishesNothing() {
        try (var stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY))) {
            stack.setUpTopics();
            Map<String, Object> broker = Map.of("bootstrap.servers", stack.bootstrapServers());
            var topic = new RateTopic(broker, new FakeRegistry());
            try (var paused = topic.begin()) {
                paused.publish(APRIL_8);
                try (var next = new RateTopic(broker, new FakeRegistry()).begin()) {

                    assertThatThrownBy(() -> paused.publish(APRIL_9)).isInstanceOf(NotStored.class);
                    assertThat(published(stack.bootstrapServers()))
                            .isEqualTo(APRIL_8.accepted().size());
                    next.publish(APRIL_9);
                    assertThat(published(stack.bootstrapServers()))
                            .isEqualTo(APRIL_8.accepted().size()
                                    + APRIL_9.accepted().size());
                }
            }
        }
    }

    /** How many rates whoever reads what was committed finds. */
    private static int published(String bootstrapServers) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.FX_RATES.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            int found = 0;
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                found += consumer.poll(Duration.ofMillis(200)).count();
            }
            return found;
        }
    }
}
