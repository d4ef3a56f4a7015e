package io.baytap.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Topics;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Letters on a real broker, a topic for each test: listed, put back, put back again, and put back by who is killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PutBackIT {

    private static final String REPORTING = "cross-border-reporting";

    private final EmbeddedStack stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY));

    @BeforeAll
    void topics() {
        stack.setUpTopics();
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void aDryRunListsAndMovesNothing() {
        var letters = new Letters(stack.bootstrapServers(), Topics.TAPS_REJECTED, REPORTING);
        letters.park(List.of(letters.letter(2, 40, "NOT_AVRO"), letters.letter(2, 41, "NO_VALUE")));

        Run run = Run.of(stack.bootstrapServers());

        assertThat(run.lines())
                .anySatisfy(line -> assertThat(line)
                        .matches("taps.rejected.v1.cross-border-reporting.dlq\t0\tPARKED\tNOT_AVRO\t"
                                + "taps.rejected.v1-2@40\t\\S+Z\ta detail"));
        assertThat(run.last()).endsWith("; nothing was written");
        assertThat(letters.back()).isEmpty();
        assertThat(Run.of(stack.bootstrapServers(), "--topic", letters.topic()).last())
                .isEqualTo("PARKED 2; nothing was written");
    }

    @Test
    void whatIsChosenGoesBackAsItWasInTheOrderOfItsPartitionAndOnce() {
        var letters = new Letters(stack.bootstrapServers(), Topics.FARES_CONVERTED, "wallet-settlement");
        letters.park(List.of(
                letters.letter(3, 40, "UNKNOWN_SCHEMA"),
                letters.letter(5, 7, "UNKNOWN_SCHEMA"),
                letters.letter(3, 41, "NOT_AVRO"),
                letters.letter(3, 42, "UNKNOWN_SCHEMA"),
                letters.letter(3, 43, "UNKNOWN_SCHEMA"),
                letters.letter(3, 40, "UNKNOWN_SCHEMA")));
        String[] chosen = {"--topic", letters.topic(), "--reason", "UNKNOWN_SCHEMA", "--offsets", "0-3", "--put-back"};

        Run first = Run.of(stack.bootstrapServers(), chosen);
        Run second = Run.of(stack.bootstrapServers(), chosen);
        Run rest = Run.of(stack.bootstrapServers(), "--topic", letters.topic(), "--put-back");

        assertThat(first.last()).isEqualTo("PARKED 3; put back 3");
        assertThat(second.last()).isEqualTo("PUT_BACK 3; put back 0");
        assertThat(rest.last()).isEqualTo("PARKED 2, PUT_BACK 4; put back 2");
        assertThat(letters.values()).containsExactly("3@40", "3@42", "3@41", "3@43", "5@7");
        assertThat(letters.back()).allSatisfy(record -> {
            assertThat(record.partition()).isEqualTo(new String(record.value(), UTF_8).charAt(0) - '0');
            assertThat(new String(record.key(), UTF_8)).isEqualTo("rider");
            assertThat(StreamSupport.stream(record.headers().spliterator(), false)
                            .map(header -> header.key() + "=" + new String(header.value(), UTF_8)))
                    .containsExactly("traceparent=00-1");
        });
    }

    @Test
    void whatWasLeftOpenByWhoWasKilledInATransactionIsPutBackOnce() {
        var letters = new Letters(stack.bootstrapServers(), Topics.CHARGES_SETTLED, REPORTING);
        letters.park(List.of(letters.letter(1, 1, "NOT_AVRO"), letters.letter(1, 2, "NOT_AVRO")));
        try (var killed = letters.begin(PutBack.transactionalId(letters.topic()))) {
            var _ = killed.send(new ProducerRecord<>(Topics.CHARGES_SETTLED.name(), 1, null, "1@1".getBytes(UTF_8)));
            killed.flush();

            Run run = Run.of(stack.bootstrapServers(), "--topic", letters.topic(), "--put-back");

            assertThat(run.last()).isEqualTo("PARKED 2; put back 2");
            assertThat(letters.values()).containsExactly("1@1", "1@2");
            killed.close(Duration.ZERO);
        }
    }

    @Test
    void whoIsKilledBetweenTransactionsHasPutBackSomeAndTheNextTheRest() throws IOException, InterruptedException {
        var letters = new Letters(stack.bootstrapServers(), Topics.SETTLEMENTS_POSTED, REPORTING);
        letters.park(IntStream.range(0, 3_000)
                .mapToObj(number -> letters.letter(number % 2, number / 2, "NOT_AVRO"))
                .toList());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        "target/operations.jar",
                        "--broker",
                        stack.bootstrapServers(),
                        "--topic",
                        letters.topic(),
                        "--put-back")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        // Nobody reads what it prints after that: it comes no further than a full pipe lets it.
        String line = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();

        assertThat(line).startsWith("put back\t");
        assertThat(letters.values().size()).isBetween(500, 2_500);
        assertThat(Run.of(stack.bootstrapServers(), "--topic", letters.topic(), "--put-back")
                        .exitCode())
                .isZero();
        assertThat(letters.values())
                .containsExactlyElementsOf(IntStream.range(0, 3_000)
                        .mapToObj(number -> Letters.value(number / 1_500, number % 1_500))
                        .toList());
    }

    @Test
    void whatLiesBehindAnOpenTransactionIsWaitedForAndNotOverlooked() {
        var letters = new Letters(stack.bootstrapServers(), Topics.CHARGES_REFUNDED, REPORTING);
        letters.park(List.of(letters.letter(4, 1, "NOT_AVRO")));
        try (var parking = letters.begin("a-consumer");
                var earlier = letters.begin(PutBack.transactionalId(letters.topic()))) {
            var _ = parking.send(letters.letter(4, 2, "NOT_AVRO"));
            parking.flush();
            var mark = new ProducerRecord<byte[], byte[]>(letters.topic(), 0, null, null);
            letters.letter(4, 1, "").headers().forEach(mark.headers()::add);
            mark.headers().add("baytap.put-back", "0".getBytes(UTF_8));
            var _ = earlier.send(mark);
            earlier.commitTransaction();

            Run early = Run.of(stack.bootstrapServers(), "--topic", letters.topic(), "--put-back");
            parking.commitTransaction();
            Run late = Run.of(stack.bootstrapServers(), "--topic", letters.topic(), "--put-back");

            assertThat(early.exitCode()).isEqualTo(DeadLettersCommand.NOT_DONE);
            assertThat(early.lines().getFirst()).contains("not done: a transaction is open at offset 1 of");
            assertThat(late.last()).isEqualTo("PARKED 1, PUT_BACK 1; put back 1");
            assertThat(letters.values()).containsExactly("4@2");
        }
    }
}
