package io.baytap.tap;

import static io.baytap.tap.kit.TapText.quoted;
import static io.baytap.tap.kit.World.refusal;
import static io.baytap.tap.kit.World.verdicts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.schemas.gates.v1.GateSequences;
import io.baytap.schemas.gates.v1.SequenceRange;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.stack.StackResource;
import io.baytap.tap.kit.GateDevice;
import io.baytap.tap.kit.TapText;
import io.baytap.tap.kit.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What gates owe, and how their clocks go. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SequencesIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

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
    void aGapIsReportedUntilItIsFilled() {
        GateDevice gate = world.device("counting");
        world.operator().register(gate.gateId(), gate.keys().getPublic());
        String path = "/v1/gates/" + gate.gateId() + "/sequences";

        gate.sendBatch("[" + tap(4010) + "," + tap(4014) + "]");

        assertThat(world.operator().get(path).body())
                .contains("\"owed\":[{\"from\":4011,\"to\":4013}]")
                .contains(gate.gateId() + " owes 4011-4013");
        assertThat(world.operator().get("/v1/gates/owing").body()).contains(gate.gateId() + " owes 4011-4013");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(told(gate).getOwed()).containsExactly(new SequenceRange(4011L, 4013L)));

        gate.sendBatch("[" + tap(4013) + "," + tap(4011).without("direction") + "," + tap(4012) + "]");

        assertThat(world.operator().get(path).body()).contains("\"owed\":[]");
        assertThat(world.operator().get("/v1/gates/owing").body()).doesNotContain(gate.gateId());
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(told(gate).getOwed()).isEmpty());
    }

    @Test
    void aGateMayAskWhatItOwesItselfAndNothingElse() {
        String path = "/v1/gates/" + world.fixed.gateId() + "/sequences";

        assertThat(world.fixed.get(path).body()).contains("\"gateId\":\"" + world.fixed.gateId() + "\"");
        assertThat(refusal(world.moving.get(path))).isEqualTo("401 SIGNATURE_INVALID Baytap-Signature");
    }

    @Test
    void theTimeOfAGateThatIsBehindIsCorrectedAndBothTimesAreKept() {
        GateDevice gate = world.device("slow");
        world.operator().register(gate.gateId(), gate.keys().getPublic());
        for (int i = 0; i < 3; i++) {
            assertThat(behind(gate, "[]").statusCode()).isEqualTo(202);
        }
        Instant deviceTime = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MICROS);
        TapText tap = tap(world.nextSequence()).with("occurredAt", quoted(deviceTime.toString()));

        HttpResponse<String> answer = behind(gate, "[" + tap + "]");

        assertThat(verdicts(answer)).containsExactly("ACCEPTED");
        assertThat(answer.body()).containsPattern("the gate.s clock is (59|60)\\d{3} ms behind");
        TapAccepted event = world.onTheLine(Topics.TAPS_ACCEPTED, TapAccepted.class).stream()
                .filter(accepted -> accepted.getGateId().equals(gate.gateId()))
                .findFirst()
                .orElseThrow();
        assertThat(event.getDeviceTime()).isEqualTo(deviceTime);
        assertThat(event.getClockCorrectionMillis()).isBetween(59_000L, 61_000L);
        assertThat(event.getOccurredAt()).isEqualTo(deviceTime.plusMillis(event.getClockCorrectionMillis()));
        assertThat(verdicts(behind(gate, "[" + tap + "]"))).containsExactly("DUPLICATE");
    }

    private TapText tap(long sequence) {
        Instant now = Instant.now();
        return TapText.of(sequence, now, world.mainland.code("rider" + sequence, now));
    }

    private static HttpResponse<String> behind(GateDevice gate, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return gate.send(
                gate.signed(GateDevice.BATCH, Instant.now().minusSeconds(60), body, BodyPublishers.ofByteArray(body)),
                GateDevice.JSON);
    }

    private GateSequences told(GateDevice gate) {
        List<GateSequences> all = world.onTheLine(Topics.GATES_SEQUENCES, GateSequences.class);
        return all.stream()
                .filter(event -> event.getGateId().equals(gate.gateId()))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new AssertionError("nothing told of " + gate.gateId()));
    }
}
