package io.baytap.reporting;

import static io.restassured.RestAssured.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.reporting.domain.live.Pulse;
import io.baytap.reporting.domain.live.StagePulse;
import io.baytap.reporting.messaging.KafkaPulse;
import io.baytap.reporting.messaging.Stage;
import io.baytap.schemas.Topics;
import io.baytap.stack.Part;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rates and lag, looked at when the test says so. Nobody reads fares.converted.v1 here but the groups of the test. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
class LinePulseIT {

    private static final Instant START = Instant.parse("2026-04-09T00:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String CONVERTED = Topics.FARES_CONVERTED.name();
    private static final String PAUSED = "paused";
    private static final String NEVER = "never-started";

    private Admin kafka;
    private Line line;
    private KafkaPulse pulse;

    @BeforeEach
    void pause() throws ExecutionException, InterruptedException {
        Map<String, Object> broker =
                Map.of("bootstrap.servers", ReportingStack.stack().bootstrapServers());
        kafka = Admin.create(broker);
        line = new Line(ReportingStack.stack());
        pulse = new KafkaPulse(
                broker,
                List.of(
                        new Stage(PAUSED, List.of(CONVERTED), List.of(CONVERTED)),
                        new Stage(NEVER, List.of(CONVERTED), List.of())),
                START);
        commit(0);
    }

    @AfterEach
    void close() {
        pulse.close();
        line.close();
        kafka.close();
    }

    @Test
    void nothingIsKnownBeforeTheSecondLook() throws InterruptedException {
        pulse.look(START.plusSeconds(5));
        assertThat(pulse.pulse()).isEqualTo(new Pulse.Unknown(START));

        pulse.look(START.plusSeconds(10));

        assertThat(stage(PAUSED)).isEqualTo(new StagePulse(PAUSED, 0, 0, Duration.ZERO));
    }

    @Test
    void theRateIsWhatWasPublishedBetweenTwoLooks() throws InterruptedException {
        pulse.look(START);
        publish(50);

        pulse.look(START.plusSeconds(8));

        assertThat(stage(PAUSED).thousandthsPerSecond()).isEqualTo(6_250);
        assertThat(stage(NEVER).thousandthsPerSecond()).as("has read nothing").isZero();
        pulse.look(START.plusSeconds(16));
        assertThat(stage(PAUSED).thousandthsPerSecond()).isZero();
    }

    @Test
    void aGroupIsBehindByWhatItHasStillToReadAndForAsLongAsThatWasSeen()
            throws ExecutionException, InterruptedException {
        pulse.look(START);
        publish(20);
        pulse.look(START.plusSeconds(5));
        publish(10);
        pulse.look(START.plusSeconds(10));
        assertThat(stage(PAUSED).unread()).isEqualTo(30);
        assertThat(stage(PAUSED).waiting()).isEqualTo(Duration.ofSeconds(5));

        commit(10);
        pulse.look(START.plusSeconds(60));
        assertThat(stage(PAUSED).unread()).as("it has read the first twenty").isEqualTo(10);
        assertThat(stage(PAUSED).waiting()).isEqualTo(Duration.ofSeconds(50));
        commit(0);
        pulse.look(START.plusSeconds(65));

        assertThat(stage(PAUSED).unread()).isZero();
        assertThat(stage(PAUSED).waiting()).isZero();
    }

    @Test
    void aGroupThatNeverStartedHasEverythingToRead() throws ExecutionException, InterruptedException {
        publish(7);
        pulse.look(START);
        pulse.look(START.plusSeconds(3_600));

        assertThat(stage(NEVER).unread())
                .isEqualTo(ends().values().stream().mapToLong(Long::longValue).sum());
        assertThat(stage(NEVER).waiting()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aBrokerThatIsAwayLeavesTheRestOfTheScreenAndIsTold() throws IOException, InterruptedException {
        pulse.look(START);
        pulse.look(START.plusSeconds(5));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(screen()).contains("stage-fare-calculation-rate"));

        signal("STOP");
        try {
            pulse.look(START.plusSeconds(10));
            pulse.look(START.plusSeconds(15));
            assertThat(pulse.pulse()).isEqualTo(new Pulse.Unknown(START.plusSeconds(5)));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(screen())
                            .contains("stages-unavailable", "Not known since", "silent-gates", "taps-accepted")
                            .doesNotContain("stage-fare-calculation-rate"));
            assertThat(get("/v1/line").<String>path("stagesUnknownSince")).isNotNull();
        } finally {
            signal("CONT");
        }
        pulse.look(START.plusSeconds(20));
        pulse.look(START.plusSeconds(25));

        assertThat(pulse.pulse()).isInstanceOf(Pulse.Known.class);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(screen()).contains("stage-fare-calculation-rate"));
    }

    @Test
    void everyStageOfTheLineIsToldInItsOrder() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(get("/v1/line").<List<String>>path("stages.service"))
                        .containsExactly(
                                "tap-ingest",
                                "fare-calculation",
                                "fx-conversion",
                                "wallet-settlement",
                                "cross-border-reporting"));
        publish(3);

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(get("/v1/line").<Integer>path("stages[3].unread"))
                        .isEqualTo(ends().values().stream()
                                .mapToInt(Long::intValue)
                                .sum()));
    }

    private static String screen() {
        return get("/line?day=2026-04-09&lang=en").asString();
    }

    private StagePulse stage(String service) {
        assertThat(pulse.pulse()).isInstanceOf(Pulse.Known.class);
        return ((Pulse.Known) pulse.pulse())
                .stages().stream()
                        .filter(stage -> stage.service().equals(service))
                        .findFirst()
                        .orElseThrow();
    }

    /** All on one partition. */
    private void publish(int records) {
        for (int n = 0; n < records; n++) {
            line.sendRaw(Topics.FARES_CONVERTED, PAUSED.getBytes(UTF_8), "a fare".getBytes(UTF_8));
        }
    }

    /** The group has read all but the last so many of the partition that has them. */
    private void commit(int left) throws ExecutionException, InterruptedException {
        kafka.alterConsumerGroupOffsets(
                        PAUSED,
                        ends().entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        end -> new OffsetAndMetadata(Math.max(0, end.getValue() - left)))))
                .all()
                .get();
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest =
                kafka.describeTopics(List.of(CONVERTED)).allTopicNames().get().values().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return kafka.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    /** Freezes the broker, or lets it go on. */
    private static void signal(String signal) throws IOException, InterruptedException {
        long pid = ReportingStack.stack().process(Part.KAFKA).pid();
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }
}
