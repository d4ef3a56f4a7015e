package io.baytap.tap;

import static io.baytap.tap.kit.World.verdicts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.schemas.network.v1.GateStatus;
import io.baytap.stack.StackResource;
import io.baytap.tap.kit.GateDevice;
import io.baytap.tap.kit.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Reference records that cannot be read. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PoisonIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String DEAD_LETTERS = Topics.NETWORK_GATES.deadLetters("tap-ingest");

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
    void unreadableGatesAreParkedOneByOneAndTheNextGateIsKnown() {
        GateDevice next = world.device("next");
        byte[] noEvent = "no event".getBytes(StandardCharsets.UTF_8);
        byte[] unknownSchema = {0, 0x7f, 0, 0, 1, 42};

        world.records().produceBytes(Topics.NETWORK_GATES.name(), "no-event", noEvent);
        world.records().produceBytes(Topics.NETWORK_GATES.name(), "unknown-schema", unknownSchema);
        world.network().gate(world.moving.gateId(), null, null, new byte[] {1, 2, 3}, GateStatus.ACTIVE);
        world.network().gate(next.gateId(), World.RAIL, "MTR:1", next.keys().getPublic(), GateStatus.ACTIVE);

        await().atMost(LIMIT).until(() -> next.sendBatch("[]").statusCode() == 202);
        List<ConsumerRecord<String, byte[]>> parked = world.records().consumeBytes(DEAD_LETTERS, 3, LIMIT);
        assertThat(parked).hasSize(3);
        assertThat(parked.get(0).key()).isEqualTo("no-event");
        assertThat(parked.get(0).value()).isEqualTo(noEvent);
        assertThat(headers(parked.get(0)))
                .containsEntry("baytap.reason", "NOT_FRAMED")
                .containsEntry("baytap.topic", "network.gates.v1")
                .containsEntry("baytap.partition", "0")
                .containsKey("baytap.offset");
        assertThat(headers(parked.get(1))).containsEntry("baytap.reason", "UNKNOWN_SCHEMA");
        assertThat(headers(parked.get(2)))
                .containsEntry("baytap.reason", "UNUSABLE")
                .containsEntry("baytap.detail", "its publicKey is no Ed25519 key");
        assertThat(verdicts(world.moving.sendBatch("[" + world.busTap() + "]"))).containsExactly("ACCEPTED");
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
