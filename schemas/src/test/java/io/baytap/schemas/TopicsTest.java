package io.baytap.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private static final Set<String> SERVICES =
            Set.of("tap-ingest", "fare-calculation", "fx-conversion", "wallet-settlement", "cross-border-reporting");

    @Test
    void theReadmeHasTheTable() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        Topics.events().stream().map(TopicsTest::row).toList());
    }

    @Test
    void aNameIsGivenOnce() {
        assertThat(Topics.all()).extracting(Topic::name).doesNotHaveDuplicates();
    }

    @Test
    void everyConsumerIsAServiceAndHasItsDeadLetters() {
        for (Topic topic : Topics.events()) {
            assertThat(SERVICES).containsAll(topic.consumers());
            for (String consumer : topic.consumers()) {
                assertThat(Topics.deadLetters())
                        .extracting(Topic::name)
                        .contains(topic.name() + "." + consumer + ".dlq");
            }
        }
    }

    @Test
    void whoDoesNotReadATopicHasNoDeadLettersOfIt() {
        assertThatThrownBy(() -> Topics.FX_RATES.deadLetters("tap-ingest"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyTopicOfARiderHasTheSamePartitions() {
        assertThat(Topics.events().stream().filter(topic -> topic.key().equals("riderId")))
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(topic.partitions()).isEqualTo(Topics.LINE_PARTITIONS));
    }

    @Test
    void aTopicIsEitherKeptForATimeOrCompacted() {
        for (Topic topic : Topics.all()) {
            var settings = Objects.requireNonNull(topic.toNewTopic((short) 1).configs());
            if (topic.retention() == null) {
                assertThat(settings)
                        .as(topic.name())
                        .containsExactlyEntriesOf(java.util.Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
            } else {
                assertThat(settings)
                        .as(topic.name())
                        .containsEntry(
                                TopicConfig.RETENTION_MS_CONFIG,
                                Long.toString(topic.retention().toMillis()));
            }
        }
    }

    @Test
    void deadLettersOutliveAnyHoliday() {
        assertThat(Topics.deadLetters())
                .allSatisfy(topic -> assertThat(
                                Objects.requireNonNull(topic.retention()).toDays())
                        .isGreaterThanOrEqualTo(31));
    }

    private static String row(Topic topic) {
        String kept =
                topic.retention() == null ? "compacted" : topic.retention().toDays() + " days";
        return "| `%s` | %s | %s | %d | %s | %s |"
                .formatted(
                        topic.name(),
                        topic.key(),
                        topic.schema().getName(),
                        topic.partitions(),
                        kept,
                        topic.consumers().stream().collect(Collectors.joining(", ")));
    }
}
