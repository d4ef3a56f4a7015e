package io.baytap.tap;

import static io.baytap.tap.kit.World.refusal;
import static io.baytap.tap.kit.World.verdicts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.schemas.riders.v1.RiderDenied;
import io.baytap.schemas.taps.v1.PresentedTap;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.taps.v1.TapRejected;
import io.baytap.stack.StackResource;
import io.baytap.tap.kit.AvroTaps;
import io.baytap.tap.kit.Pseudonym;
import io.baytap.tap.kit.TapText;
import io.baytap.tap.kit.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Batches in Avro, over HTTP and on Kafka. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AvroDoorIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String AVRO = "application/avro";
    private static final String PRESENTED = Topics.TAPS_PRESENTED.name();

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
    void aTapIsTheSameInAvroAndInJson() {
        Instant now = Instant.now();
        long sequence = world.nextSequence();
        String code = world.mainland.code("both", now);
        PresentedTap tap = AvroTaps.tap(sequence, now, code);
        PresentedTap malformed = AvroTaps.tap(world.nextSequence(), now, code);
        malformed.setDeck("MIDDLE");

        List<String> avro = verdicts(world.fixed.sendBytes(AVRO, batch(tap, malformed)));
        List<String> json = verdicts(world.fixed.sendBatch("[" + TapText.of(sequence, now, code) + "]"));

        assertThat(avro).containsExactly("ACCEPTED", "REJECTED MALFORMED_TAP deck");
        assertThat(json).containsExactly("DUPLICATE");
    }

    @Test
    void avroThatIsNoBatchIsRefusedWithAReason() {
        byte[] good = batch(AvroTaps.tap(world.nextSequence(), Instant.now(), "code"));
        byte[] unknownSchema = good.clone();
        unknownSchema[1] = 0x7f;
        byte[] denial = world.records()
                .bytes(Topics.RIDERS_DENIED, new RiderDenied("denial:x", Instant.EPOCH, "WEIXIN_PAY:x", true, "X"));
        byte[] othersGate = AvroTaps.bytes(
                world.records(), AvroTaps.batch("another", List.of(AvroTaps.tap(1, Instant.now(), "code"))));

        assertThat(refusal(world.fixed.sendBytes(AVRO, unknownSchema))).isEqualTo("400 UNKNOWN_SCHEMA null");
        assertThat(refusal(world.fixed.sendBytes(AVRO, denial))).isEqualTo("400 OTHER_EVENT null");
        assertThat(refusal(world.fixed.sendBytes(AVRO, Arrays.copyOf(good, good.length + 1))))
                .isEqualTo("400 MALFORMED_BODY null");
        assertThat(refusal(world.fixed.sendBytes(AVRO, Arrays.copyOf(good, good.length - 1))))
                .isEqualTo("400 MALFORMED_BODY null");
        assertThat(refusal(world.fixed.sendBytes(AVRO, othersGate))).isEqualTo("400 MALFORMED_BODY null");
        assertThat(refusal(world.fixed.sendBytes(AVRO, new byte[] {0, 0}))).isEqualTo("400 MALFORMED_BODY null");
    }

    @Test
    void aBatchOnKafkaIsJudgedOnceAndWhatCannotBeJudgedIsParked() {
        Instant now = Instant.now();
        PresentedTap good = AvroTaps.tap(world.nextSequence(), now, world.mainland.code("native", now));
        PresentedTap expired =
                AvroTaps.tap(world.nextSequence(), now, world.mainland.code("x", now.minus(Duration.ofHours(1))));
        PresentedTap last = AvroTaps.tap(world.nextSequence(), now, world.mainland.code("last", now));
        byte[] batch = batch(good, expired);
        byte[] lastBatch = batch(last);

        present(batch, batch);
        present(batch, "forged".getBytes(StandardCharsets.UTF_8));
        present(batch, batch);
        present(lastBatch, lastBatch);

        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(accepted()).containsExactlyInAnyOrder(good.getSequence(), last.getSequence()));
        assertThat(world.onTheLine(Topics.TAPS_REJECTED, TapRejected.class))
                .extracting(TapRejected::getEventId)
                .contains("tap-rejected:" + world.fixed.gateId() + ":" + expired.getSequence() + ":CODE_EXPIRED");
        List<ConsumerRecord<String, byte[]>> parked =
                world.records().consumeBytes(Topics.TAPS_PRESENTED.deadLetters("tap-ingest"), 1, LIMIT);
        assertThat(parked).hasSize(1);
        assertThat(parked.getFirst().key()).isEqualTo(world.fixed.gateId());
        assertThat(new String(
                        parked.getFirst().headers().lastHeader("baytap.reason").value(), StandardCharsets.UTF_8))
                .isEqualTo("SIGNATURE_INVALID");
        // The batch holds rider codes; it lies where the headers say.
        assertThat(parked.getFirst().value()).isNull();
        assertThat(parked.getFirst().headers()).extracting(Header::key).allMatch(key -> key.startsWith("baytap."));
        assertThat(parked.getFirst().headers().lastHeader("baytap.offset")).isNotNull();
    }

    private List<Long> accepted() {
        return world.onTheLine(Topics.TAPS_ACCEPTED, TapAccepted.class).stream()
                .filter(event -> event.getGateId().equals(world.fixed.gateId()))
                .filter(event -> List.of(Pseudonym.of("WEIXIN_PAY", "native"), Pseudonym.of("WEIXIN_PAY", "last"))
                        .contains(event.getRiderId()))
                .map(TapAccepted::getSequence)
                .toList();
    }

    private byte[] batch(PresentedTap... taps) {
        return AvroTaps.bytes(world.records(), AvroTaps.batch(world.fixed.gateId(), List.of(taps)));
    }

    private void present(byte[] body, byte[] signed) {
        Map<String, String> headers = world.fixed.headers("KAFKA " + PRESENTED, Instant.now(), signed);
        world.records().produceBytes(PRESENTED, world.fixed.gateId(), body, headers);
    }
}
