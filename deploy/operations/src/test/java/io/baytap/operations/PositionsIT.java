package io.baytap.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Positions on a real broker; each test has the wallet's topic and groups for itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PositionsIT {

    private static final String WALLET = "wallet-settlement";
    private static final String DEALS_GROUP = "wallet-settlement-deals";
    private static final TopicPartition FARES = new TopicPartition("fares", 0);
    private static final TopicPartition MORE_FARES = new TopicPartition("fares", 1);
    private static final TopicPartition DEALS = new TopicPartition("deals", 0);
    private static final Instant NOW = Instant.parse("2026-04-09T02:00:00Z");
    private static final int RECORDS = 10;

    private final EmbeddedStack stack = EmbeddedStack.start(Set.of(Part.KAFKA));
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void topics() throws Exception {
        admin.createTopics(List.of(new NewTopic("fares", 2, (short) 1), new NewTopic("deals", 1, (short) 1)))
                .all()
                .get();
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < RECORDS; i++) {
                producer.send(new ProducerRecord<>(FARES.topic(), FARES.partition(), null, new byte[1]))
                        .get();
            }
        }
        commit(WALLET, Map.of(FARES, 4L));
        commit(DEALS_GROUP, Map.of(DEALS, 0L));
        commit("wallet", Map.of(FARES, 1L));
    }

    @AfterEach
    void forget() throws Exception {
        admin.deleteConsumerGroups(List.of(WALLET, DEALS_GROUP, "wallet")).all().get();
        admin.deleteTopics(List.of("fares", "deals")).all().get();
    }

    @AfterAll
    void stop() {
        admin.close();
        stack.close();
    }

    @Test
    void whatWasSavedIsWhereTheServiceBeginsAgain() throws Exception {
        Path file = folder.resolve("positions");

        Run saved = run("--save", file.toString());
        commit(WALLET, Map.of(FARES, 9L, MORE_FARES, 0L));
        Run back = run("--put-back", file.toString());

        assertThat(saved.last()).isEqualTo("saved 3 positions of wallet-settlement as of 2026-04-09T02:00:00Z");
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "# wallet-settlement as of 2026-04-09T02:00:00Z: for a database that is restored to this time or a later one",
                        "wallet-settlement\tfares\t0\t4",
                        "wallet-settlement\tfares\t1\t0",
                        "wallet-settlement-deals\tdeals\t0\t0");
        assertThat(back.last()).isEqualTo("put back 3 positions");
        assertThat(back.exitCode()).isZero();
        assertThat(committed(WALLET)).isEqualTo(Map.of(FARES, 4L, MORE_FARES, 0L));
        assertThat(committed("wallet")).isEqualTo(Map.of(FARES, 1L));
    }

    @Test
    void nothingIsWrittenWithoutBeingToldTo() throws Exception {
        Run run = run();

        assertThat(run.lines())
                .containsExactly(
                        "wallet-settlement\tfares\t0\t4",
                        "wallet-settlement\tfares\t1\t0",
                        "wallet-settlement-deals\tdeals\t0\t0");
        assertThat(committed(WALLET)).isEqualTo(Map.of(FARES, 4L));
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws Exception {
        Path file = Files.writeString(folder.resolve("positions"), "of yesterday");

        assertThat(run("--save", file.toString()).exitCode()).isEqualTo(PositionsCommand.NOT_DONE);
        assertThat(Files.readString(file)).isEqualTo("of yesterday");
    }

    @Test
    void whoeverReadsIsNotMoved() throws Exception {
        Path file = saved();
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", stack.bootstrapServers()));
        settings.put("group.id", WALLET);
        settings.put("enable.auto.commit", false);
        try (var reader = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            reader.subscribe(List.of(FARES.topic()));
            while (reader.assignment().isEmpty()) {
                reader.poll(Duration.ofMillis(100));
            }

            Run run = run("--put-back", file.toString());

            assertThat(run.lines()).containsExactly("wallet-settlement has 1 members", "not done: nothing was changed");
            assertThat(run.exitCode()).isEqualTo(PositionsCommand.NOT_DONE);
        }
    }

    @Test
    void aTopicOfWhichNothingWasReadYetIsSavedToo() throws Exception {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", stack.bootstrapServers()));
        settings.put("group.id", WALLET);
        settings.put("enable.auto.commit", false);
        try (var reader = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            reader.subscribe(List.of(FARES.topic(), DEALS.topic()));
            while (reader.assignment().isEmpty()) {
                reader.poll(Duration.ofMillis(100));
            }

            assertThat(run().lines())
                    .containsExactly(
                            "wallet-settlement\tdeals\t0\t0",
                            "wallet-settlement\tfares\t0\t4",
                            "wallet-settlement\tfares\t1\t0",
                            "wallet-settlement-deals\tdeals\t0\t0");
        }
    }

    @Test
    void recordsThatAreNotKeptAnyMoreAreNamedAndNothingIsMoved() throws Exception {
        Path file = saved();
        commit(WALLET, Map.of(FARES, 9L));
        commit(DEALS_GROUP, Map.of(DEALS, 0L));
        admin.deleteRecords(Map.of(FARES, RecordsToDelete.beforeOffset(7)))
                .all()
                .get();

        Run run = run("--put-back", file.toString());

        assertThat(run.lines())
                .containsExactly(
                        "wallet-settlement at fares-0: 4 is not kept any more, the first record is 7",
                        "not done: nothing was changed");
        assertThat(committed(WALLET)).isEqualTo(Map.of(FARES, 9L));
    }

    @Test
    void noRecordIsPassedOverAndNoPartitionForgotten() throws Exception {
        Path file = Files.writeString(folder.resolve("by-hand"), """
                wallet-settlement\tfares\t0\t5
                wallet-settlement\tfares\t1\t3
                """);

        Run run = run("--put-back", file.toString());

        assertThat(run.lines())
                .containsExactly(
                        "wallet-settlement at fares-0: 5 would pass over records, it stands at 4",
                        "wallet-settlement at fares-1: 3 does not exist, the topic ends at 0",
                        "wallet-settlement-deals at deals-0: no position is given",
                        "not done: nothing was changed");
        assertThat(committed(WALLET)).isEqualTo(Map.of(FARES, 4L));
    }

    @Test
    void positionsOfAnotherServiceAreRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("other"), "cross-border-reporting\tfares\t0\t0\n", UTF_8);

        assertThat(run("--put-back", file.toString()).last())
                .endsWith("has a group of another service: cross-border-reporting");
    }

    private Path saved() {
        Path file = folder.resolve("positions");
        assertThat(run("--save", file.toString()).exitCode()).isZero();
        return file;
    }

    private Run run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--service";
        all[1] = WALLET;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return Run.of(new PositionsCommand(InstantSource.fixed(NOW)), stack.bootstrapServers(), all);
    }

    private void commit(String group, Map<TopicPartition, Long> offsets) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> wanted = new HashMap<>();
        offsets.forEach((partition, offset) -> wanted.put(partition, new OffsetAndMetadata(offset)));
        admin.alterConsumerGroupOffsets(group, wanted).all().get();
    }

    private Map<TopicPartition, Long> committed(String group) throws Exception {
        Map<TopicPartition, Long> committed = new HashMap<>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> committed.put(partition, offset.offset()));
        return committed;
    }
}
