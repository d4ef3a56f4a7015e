package io.baytap.tap;

import static io.baytap.tap.kit.World.refusal;
import static io.baytap.tap.kit.World.verdicts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.schemas.network.v1.Gate;
import io.baytap.schemas.network.v1.GateStatus;
import io.baytap.stack.StackResource;
import io.baytap.tap.kit.GateDevice;
import io.baytap.tap.kit.Keys;
import io.baytap.tap.kit.Operator;
import io.baytap.tap.kit.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Operators register, rotate and suspend gates. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class GateRegistryIT {

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
    void aGateMayTapWhenItsRegistrationIsAnswered() {
        GateDevice gate = world.device("new");

        HttpResponse<String> answer =
                world.operator().register(gate.gateId(), gate.keys().getPublic());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(verdicts(gate.sendBatch("[" + world.tap() + "]"))).containsExactly("ACCEPTED");
        assertThat(world.operator().get("/v1/gates/" + gate.gateId()).body())
                .contains("\"active\":true")
                .contains("\"stopId\":\"MTR:1\"");
    }

    @Test
    void anOldKeySignsUntilTheOverlapIsOverAndTheNewOneFromNowOn() {
        GateDevice old = world.device("rotated");
        GateDevice rotated = world.device("rotated", Keys.generate());
        var operator = world.operator();
        assertThat(operator.register(old.gateId(), old.keys().getPublic()).statusCode())
                .isEqualTo(200);

        HttpResponse<String> answer =
                operator.rotate(old.gateId(), rotated.keys().getPublic(), "PT3S");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(old.sendBatch("[]").statusCode()).isEqualTo(202);
        assertThat(rotated.sendBatch("[]").statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> refusal(old.sendBatch("[]")).equals("401 SIGNATURE_INVALID Baytap-Signature"));
        assertThat(rotated.sendBatch("[]").statusCode()).isEqualTo(202);
    }

    @Test
    void nothingIsTakenFromASuspendedGateUntilItIsResumed() {
        String path = "/v1/gates/" + world.fixed.gateId();
        var operator = world.operator();

        assertThat(operator.send("POST", path + "/suspension", "").body()).contains("\"active\":false");
        assertThat(refusal(world.fixed.sendBatch("[]"))).isEqualTo("401 GATE_SUSPENDED Baytap-Gate");
        assertThat(lastEvent(world.fixed.gateId()).getStatus()).isEqualTo(GateStatus.SUSPENDED);
        assertThat(lastEvent(world.fixed.gateId()).getSuspendedSince()).isNotNull();
        operator.register(world.fixed.gateId(), world.fixed.keys().getPublic());
        assertThat(refusal(world.fixed.sendBatch("[]"))).isEqualTo("401 GATE_SUSPENDED Baytap-Gate");

        assertThat(operator.send("DELETE", path + "/suspension", "").body()).contains("\"suspendedSince\":null");
        assertThat(world.fixed.sendBatch("[]").statusCode()).isEqualTo(202);
    }

    @Test
    void whoIsNoOperatorOrMakesNoSenseIsToldWhy() {
        var operator = world.operator();
        var stranger = new Operator(operator.server(), operator.http(), "guessed");
        KeyPair key = Keys.generate();
        String path = "/v1/gates/" + world.fixed.gateId();

        assertThat(refusal(stranger.register("g", key.getPublic()))).isEqualTo("401 TOKEN_INVALID Authorization");
        assertThat(refusal(operator.get("/v1/gates/nobody"))).isEqualTo("404 UNKNOWN_GATE gateId");
        assertThat(refusal(operator.register("a+b", key.getPublic()))).isEqualTo("400 MALFORMED_GATE gateId");
        assertThat(refusal(operator.send("PUT", path, "{\"operatorId\":\"MTR\",\"mode\":\"ROCKET\"}")))
                .isEqualTo("400 MALFORMED_GATE mode");
        assertThat(refusal(
                        operator.send("PUT", path, "{\"operatorId\":\"MTR\",\"mode\":\"BUS\",\"publicKey\":\"eA==\"}")))
                .isEqualTo("400 MALFORMED_GATE publicKey");
        assertThat(refusal(operator.rotate(world.fixed.gateId(), key.getPublic(), "PT169H")))
                .isEqualTo("400 MALFORMED_GATE overlap");
        assertThat(refusal(operator.rotate(world.fixed.gateId(), key.getPublic(), "a while")))
                .isEqualTo("400 MALFORMED_GATE overlap");
        assertThat(world.fixed.sendBatch("[]").statusCode()).isEqualTo(202);
    }

    private Gate lastEvent(String gateId) {
        return world.onTheLine(Topics.NETWORK_GATES, Gate.class).stream()
                .filter(event -> event.getGateId().equals(gateId))
                .reduce((_, later) -> later)
                .orElseThrow();
    }
}
