package io.baytap.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.baytap.stack.MosquittoResource;
import io.baytap.stack.StackResource;
import io.baytap.tap.kit.AvroTaps;
import io.baytap.tap.kit.GateDevice;
import io.baytap.tap.kit.Keys;
import io.baytap.tap.kit.MqttGate;
import io.baytap.tap.kit.StackProcess;
import io.baytap.tap.kit.TapText;
import io.baytap.tap.kit.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Batches over MQTT 5, through a real Mosquitto. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(MosquittoResource.class)
class MqttDoorIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String AVRO = "application/avro";

    World world;
    MqttGate gate;

    @BeforeEach
    void createWorld(TestInfo test) {
        world = World.create(test.getTestMethod().orElseThrow().getName());
        gate = mqtt(world.fixed);
    }

    @AfterEach
    void closeWorld() {
        gate.close();
        world.close();
    }

    @Test
    void aBatchIsAnsweredOnTheGatesTopicInEveryFormat() {
        Instant now = Instant.now();
        long sequence = world.nextSequence();
        String code = world.mainland.code("mqtt", now);
        TapText tap = TapText.of(sequence, now, code);
        byte[] avro = AvroTaps.bytes(
                world.records(), AvroTaps.batch(world.fixed.gateId(), List.of(AvroTaps.tap(sequence, now, code))));

        gate.send(GateDevice.JSON, utf8("[" + tap + "," + world.tap().without("direction") + "]"), "one");
        assertThat(verdicts(gate.answer("one"))).containsExactly("ACCEPTED", "REJECTED");
        gate.send(GateDevice.NDJSON, utf8(tap.toString()), "two");
        assertThat(verdicts(gate.answer("two"))).containsExactly("DUPLICATE");
        gate.send(AVRO, avro, "three");
        assertThat(verdicts(gate.answer("three"))).containsExactly("DUPLICATE");
    }

    @Test
    void aBatchThatIsRefusedIsAnsweredWithTheReason() {
        try (MqttGate forger =
                mqtt(new GateDevice(world.fixed.server(), world.fixed.http(), world.fixed.gateId(), Keys.generate()))) {
            forger.send(GateDevice.JSON, utf8("[]"), "forged");
            assertThat(reason(forger.answer("forged"))).isEqualTo("SIGNATURE_INVALID");
        }
        gate.send("text/csv", utf8("sequence"), "csv");
        assertThat(reason(gate.answer("csv"))).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        gate.send(GateDevice.JSON, utf8(" ".repeat(1024 * 1024 + 1)), "large");
        assertThat(reason(gate.answer("large"))).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void anAnswerGoesWhereTheGateAsksButNotToAnotherGate() {
        gate.sendFor("gates/" + world.fixed.gateId() + "/mine", utf8("[]"), "mine");
        assertThat(gate.answer("mine").getTopic()).hasToString("gates/" + world.fixed.gateId() + "/mine");
        gate.sendFor("gates/another/verdicts", utf8("[]"), "others");
        assertThat(gate.answer("others").getTopic()).hasToString("gates/" + world.fixed.gateId() + "/verdicts");
    }

    @Test
    void nothingIsAnsweredWhileKafkaIsAwayAndEverythingAfterwards() {
        var broker = StackProcess.find("BrokerMain");
        TapText tap = world.tap();

        broker.freeze();
        try {
            gate.send(GateDevice.JSON, utf8("[" + tap + "]"), "held");
            await().during(Duration.ofSeconds(8)).atMost(Duration.ofSeconds(9)).until(() -> !gate.answered("held"));
        } finally {
            broker.thaw();
        }

        assertThat(verdicts(gate.answer("held"))).containsAnyOf("ACCEPTED", "DUPLICATE");
        gate.send(GateDevice.JSON, utf8("[" + tap + "]"), "again");
        assertThat(verdicts(gate.answer("again"))).containsExactly("DUPLICATE");
    }

    private static MqttGate mqtt(GateDevice device) {
        return MqttGate.connect(ConfigProvider.getConfig().getValue("tap.mqtt.url", URI.class), device, LIMIT);
    }

    private static List<String> verdicts(Mqtt5Publish answer) {
        return json(answer).getList("verdicts.verdict");
    }

    private static String reason(Mqtt5Publish answer) {
        return json(answer).getString("reason");
    }

    private static JsonPath json(Mqtt5Publish answer) {
        return JsonPath.from(new String(answer.getPayloadAsBytes(), StandardCharsets.UTF_8));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
