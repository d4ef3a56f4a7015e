package io.baytap.tap;

import static io.baytap.tap.kit.World.refusal;
import static io.baytap.tap.kit.World.verdicts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.stack.StackResource;
import io.baytap.tap.kit.StackProcess;
import io.baytap.tap.kit.TapText;
import io.baytap.tap.kit.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Kafka or the registry goes away and comes back. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OutageIT {

    private static final Duration RECOVERY_MAX = Duration.ofSeconds(60);

    World world;

    @BeforeEach
    void createWorld(TestInfo test) {
        world = World.create(test.getTestMethod().orElseThrow().getName());
    }

    @AfterEach
    void closeWorld() {
        world.close();
    }

    @Test
    void aBatchThatKafkaDoesNotTakeIsRefusedInTimeAndTakenWhenItIsSentAgain() {
        List<TapText> taps = Stream.generate(world::tap).limit(20).toList();
        var broker = StackProcess.find("BrokerMain");

        HttpResponse<String> refused;
        broker.freeze();
        long frozen = System.nanoTime();
        try {
            refused = world.fixed.sendBatch(taps.toString());
        } finally {
            broker.thaw();
        }

        assertThat(refusal(refused)).isEqualTo("503 LINE_AWAY null");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(Duration.ofNanos(System.nanoTime() - frozen)).isLessThan(Duration.ofSeconds(12));
        RestAssured.get("/q/health/ready").then().statusCode(200);
        await().atMost(RECOVERY_MAX)
                .until(() -> world.fixed.sendBatch(taps.toString()).statusCode() == 202);
        assertThat(verdicts(world.fixed.sendBatch(taps.toString()))).containsOnly("DUPLICATE");
        assertThat(sequencesOnTheLine()).containsAll(sequences(taps));
    }

    @Test
    void theRegistryIsNotNeededForTaps() {
        var registry = StackProcess.find("apicurio");

        registry.freeze();
        try {
            assertThat(verdicts(world.fixed.sendBatch("[" + world.tap() + "]"))).containsExactly("ACCEPTED");
        } finally {
            registry.thaw();
        }
    }

    private static List<Long> sequences(List<TapText> taps) {
        return taps.stream()
                .map(tap -> Long.valueOf(tap.fields().get("sequence")))
                .toList();
    }

    private List<Long> sequencesOnTheLine() {
        return world.onTheLine(Topics.TAPS_ACCEPTED, TapAccepted.class).stream()
                .map(TapAccepted::getSequence)
                .toList();
    }
}
