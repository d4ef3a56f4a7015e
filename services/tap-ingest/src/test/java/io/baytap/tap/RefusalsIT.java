package io.baytap.tap;

import static io.baytap.tap.kit.GateDevice.BATCH;
import static io.baytap.tap.kit.GateDevice.JSON;
import static io.baytap.tap.kit.GateDevice.NDJSON;
import static io.baytap.tap.kit.GateDevice.ONE;
import static io.baytap.tap.kit.World.refusal;
import static io.baytap.tap.kit.World.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.stack.StackResource;
import io.baytap.tap.kit.Keys;
import io.baytap.tap.kit.TapText;
import io.baytap.tap.kit.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Requests of which nothing is taken. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RefusalsIT {

    private static final int MIB = 1024 * 1024;

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
    void anUnknownGateIsRefused() {
        assertThat(refusal(world.device("stranger").sendBatch("[]"))).isEqualTo("401 UNKNOWN_GATE Baytap-Gate");
    }

    @Test
    void aSuspendedGateIsRefused() {
        assertThat(refusal(world.suspended.sendBatch("[]"))).isEqualTo("401 GATE_SUSPENDED Baytap-Gate");
    }

    @Test
    void anotherKeyThanTheGatesIsRefused() {
        assertThat(refusal(world.device("fixed", Keys.generate()).sendBatch("[]")))
                .isEqualTo("401 SIGNATURE_INVALID Baytap-Signature");
    }

    @Test
    void aBodyThatWasChangedOnTheWayIsRefused() {
        var signed = world.fixed.signed(
                BATCH, Instant.now(), "[]".getBytes(StandardCharsets.UTF_8), BodyPublishers.ofString("[ ]"));

        assertThat(refusal(world.fixed.send(signed, JSON))).isEqualTo("401 SIGNATURE_INVALID Baytap-Signature");
    }

    @Test
    void aSignatureForAnotherPathIsRefused() {
        byte[] body = world.tap().toString().getBytes(StandardCharsets.UTF_8);
        var signed = world.fixed.signed(BATCH, Instant.now(), body, BodyPublishers.ofByteArray(body));

        assertThat(refusal(world.fixed.send(signed.uri(world.fixed.server().resolve(ONE)), JSON)))
                .isEqualTo("401 SIGNATURE_INVALID Baytap-Signature");
    }

    @Test
    void aRequestThatWasSentLongAgoIsRefused() {
        byte[] body = "[]".getBytes(StandardCharsets.UTF_8);
        Instant sentAt = Instant.now().minus(Duration.ofMinutes(6));

        assertThat(refusal(world.fixed.send(
                        world.fixed.signed(BATCH, sentAt, body, BodyPublishers.ofByteArray(body)), JSON)))
                .isEqualTo("401 CLOCK_SKEWED Baytap-Sent-At");
    }

    @Test
    void aMalformedHeaderIsNamed() {
        byte[] body = "[]".getBytes(StandardCharsets.UTF_8);
        var signed = world.fixed.signed(BATCH, Instant.now(), body, BodyPublishers.ofByteArray(body));

        assertThat(refusal(world.fixed.send(signed.copy().setHeader("Baytap-Sent-At", "yesterday"), JSON)))
                .isEqualTo("400 MALFORMED_HEADER Baytap-Sent-At");
        assertThat(refusal(world.fixed.send(signed.copy().setHeader("Baytap-Signature", "c2hvcnQ="), JSON)))
                .isEqualTo("400 MALFORMED_HEADER Baytap-Signature");
        assertThat(refusal(world.fixed.send(signed.copy().setHeader("Baytap-Gate", " "), JSON)))
                .isEqualTo("400 MALFORMED_HEADER Baytap-Gate");
    }

    @Test
    void aBodyThatIsNoBatchIsRefused() {
        for (String body : List.of("", "no JSON", "{}", "[{\"sequence\":1}", "[] []", "\u0000\u0000\u0000\u0001")) {
            assertThat(refusal(world.fixed.sendBatch(body))).as(body).isEqualTo("400 MALFORMED_BODY null");
        }
        assertThat(refusal(world.fixed.send(BATCH, NDJSON, "no\nJSON\n"))).isEqualTo("400 MALFORMED_BODY null");
        assertThat(refusal(world.fixed.send(ONE, JSON, "[]"))).isEqualTo("400 MALFORMED_BODY null");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        assertThat(refusal(world.fixed.send(BATCH, "text/csv", "sequence")))
                .isEqualTo("415 UNSUPPORTED_MEDIA_TYPE Content-Type");
        assertThat(refusal(world.fixed.send(ONE, NDJSON, "{}"))).isEqualTo("415 UNSUPPORTED_MEDIA_TYPE Content-Type");
        assertThat(verdicts(world.fixed.send(BATCH, "Application/JSON; charset=utf-8", "[]")))
                .isEmpty();
    }

    @Test
    void aBatchOfTheLargestSizeIsTakenAndOneMoreIsNot() {
        List<TapText> largest = Collections.nCopies(1000, world.tap());

        assertThat(verdicts(world.fixed.sendBatch(largest.toString()))).hasSize(1000);
        List<TapText> larger =
                Stream.concat(largest.stream(), Stream.of(world.tap())).toList();
        assertThat(refusal(world.fixed.sendBatch(larger.toString()))).isEqualTo("413 BATCH_TOO_LARGE null");
    }

    @Test
    void aBodyOfTheLargestSizeIsTakenAndOneByteMoreIsNot() {
        String batch = "[" + world.tap() + "]";

        assertThat(verdicts(world.fixed.sendBatch(batch + " ".repeat(MIB - batch.length()))))
                .containsExactly("ACCEPTED");
        assertThat(refusal(world.fixed.sendBatch(" ".repeat(MIB + 1)))).isEqualTo("413 BODY_TOO_LARGE null");
        assertThat(refusal(world.fixed.sendChunked(" ".repeat(3 * MIB).getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("413 BODY_TOO_LARGE null");
        assertThat(verdicts(world.fixed.sendBatch("[]"))).isEmpty();
    }
}
