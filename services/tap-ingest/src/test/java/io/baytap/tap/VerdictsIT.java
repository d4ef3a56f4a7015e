package io.baytap.tap;

import static io.baytap.tap.kit.GateDevice.BATCH;
import static io.baytap.tap.kit.GateDevice.JSON;
import static io.baytap.tap.kit.GateDevice.NDJSON;
import static io.baytap.tap.kit.GateDevice.ONE;
import static io.baytap.tap.kit.TapText.quoted;
import static io.baytap.tap.kit.World.verdicts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.taps.v1.TapDirection;
import io.baytap.schemas.taps.v1.TapRejected;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.stack.StackResource;
import io.baytap.tap.kit.CodeIssuer;
import io.baytap.tap.kit.Pseudonym;
import io.baytap.tap.kit.TapText;
import io.baytap.tap.kit.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What gates get for their taps, and what is on the line then. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class VerdictsIT {

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
    void anAcceptedTapIsOnTheLineWhenTheGateIsAnswered() {
        Instant occurredAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        long sequence = world.nextSequence();
        TapText tap = TapText.of(sequence, occurredAt, world.hongKong.code("a7c91", occurredAt))
                .with("direction", quoted("EXIT"));

        List<String> verdicts = verdicts(world.fixed.send(ONE, JSON, tap.toString()));

        assertThat(verdicts).containsExactly("ACCEPTED");
        TapAccepted event = accepted(sequence).getFirst();
        assertThat(event.getEventId()).isEqualTo("tap:" + world.fixed.gateId() + ":" + sequence);
        assertThat(event.getRiderId()).isEqualTo(Pseudonym.of("WECHAT_PAY_HK", "a7c91"));
        assertThat(event.getWalletScheme()).isEqualTo(WalletScheme.WECHAT_PAY_HK);
        assertThat(event.getOccurredAt()).isEqualTo(occurredAt);
        assertThat(event.getReceivedAt()).isBetween(occurredAt, Instant.now());
        assertThat(event.getOperatorId()).isEqualTo("MTR");
        assertThat(event.getRouteId()).isEqualTo(World.RAIL);
        assertThat(event.getStopId()).isEqualTo("MTR:1");
        assertThat(event.getDeck()).isNull();
        assertThat(event.getDirection()).isEqualTo(TapDirection.EXIT);
        assertThat(event.getLate()).isFalse();
    }

    @Test
    void everyTapOfABatchGetsItsOwnVerdictInOrder() {
        Instant now = Instant.now();
        String genuine = world.mainland.code("a", now);
        List<TapText> taps = List.of(
                world.tap(),
                world.tap().with("direction", quoted("SIDEWAYS")),
                world.tap()
                        .with(
                                "occurredAt",
                                quoted(now.minus(Duration.ofHours(2)).toString()))
                        .with("riderCode", quoted(world.mainland.code("late", now.minus(Duration.ofHours(2))))),
                world.tap()
                        .with(
                                "occurredAt",
                                quoted(now.plus(Duration.ofMinutes(3)).toString())),
                world.tap()
                        .with("occurredAt", quoted(now.minus(Duration.ofDays(8)).toString())),
                world.tap().at(World.RAIL, "MTR:2"),
                world.tap().with("riderCode", quoted("not a code")),
                world.tap().with("riderCode", quoted(world.mainland.forged().code("a", now))),
                world.tap()
                        .with(
                                "riderCode",
                                quoted(world.mainland.code(
                                        "a", now.minus(Duration.ofHours(2)), now.minus(Duration.ofHours(1))))),
                world.tap()
                        .with(
                                "riderCode",
                                quoted(world.mainland.code(
                                        "a", now.plus(Duration.ofHours(1)), now.plus(Duration.ofHours(2))))),
                world.tap()
                        .with(
                                "riderCode",
                                quoted(new CodeIssuer("nobody", "WEIXIN_PAY", world.mainland.keys()).code("a", now))),
                world.tap().with("riderCode", quoted(genuine)));

        List<String> verdicts = verdicts(world.fixed.sendBatch(taps.toString()));

        assertThat(verdicts)
                .containsExactly(
                        "ACCEPTED",
                        "REJECTED MALFORMED_TAP direction",
                        "LATE",
                        "REJECTED CLOCK_AHEAD occurredAt",
                        "REJECTED TOO_OLD occurredAt",
                        "REJECTED LOCATION_MISMATCH stopId",
                        "REJECTED CODE_MALFORMED riderCode",
                        "REJECTED CODE_SIGNATURE_INVALID riderCode",
                        "REJECTED CODE_EXPIRED riderCode",
                        "REJECTED CODE_NOT_YET_VALID riderCode",
                        "REJECTED CODE_ISSUER_UNKNOWN riderCode",
                        "ACCEPTED");
        List<TapRejected> rejected = world.onTheLine(Topics.TAPS_REJECTED, TapRejected.class);
        assertThat(rejected)
                .extracting(event -> "REJECTED " + event.getReason() + " " + event.getField())
                .containsExactlyElementsOf(
                        verdicts.stream().filter(v -> v.startsWith("REJECTED")).toList());
        assertThat(rejected)
                .noneMatch(event -> event.toString().contains(genuine))
                .allMatch(event -> event.getEventId()
                        .equals("tap-rejected:" + event.getGateId() + ":" + event.getSequence() + ":"
                                + event.getReason()));
    }

    @Test
    void aBadLineOfNdjsonSpoilsNoOther() {
        String lines = world.busTap() + "\n{\"sequence\":1,\n\n{\"sequence\":2,\n"
                + world.busTap().at("MTR:K99:1", "MTR:K99:1#1") + "\r\n"
                + world.busTap().at(World.BUS, "MTR:K12:1#9") + "\n" + world.tap() + "\n" + world.busTap();

        List<String> verdicts = verdicts(world.moving.send(BATCH, NDJSON, lines));

        assertThat(verdicts)
                .containsExactly(
                        "ACCEPTED",
                        "REJECTED MALFORMED_TAP null",
                        "REJECTED MALFORMED_TAP null",
                        "REJECTED UNKNOWN_STOP routeId",
                        "REJECTED UNKNOWN_STOP stopId",
                        "REJECTED MALFORMED_TAP routeId",
                        "ACCEPTED");
        assertThat(world.onTheLine(Topics.TAPS_REJECTED, TapRejected.class))
                .filteredOn(event -> event.getSequence() == -1)
                .extracting(TapRejected::getEventId)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("tap-rejected:.*:sha256-[0-9a-f]{16}:MALFORMED_TAP"));
    }

    @Test
    void aTapThatIsSentAgainIsADuplicateAndNotPublishedAgain() {
        TapText tap = world.tap();
        TapText other = tap.with("direction", quoted("EXIT"));

        List<String> verdicts =
                verdicts(world.fixed.sendBatch(List.of(tap, tap, other).toString()));
        List<String> again =
                verdicts(world.fixed.sendBatch(List.of(tap, other, world.tap()).toString()));

        assertThat(verdicts).containsExactly("ACCEPTED", "DUPLICATE", "REJECTED SEQUENCE_REUSED sequence");
        assertThat(again).containsExactly("DUPLICATE", "REJECTED SEQUENCE_REUSED sequence", "ACCEPTED");
        long sequence = Long.parseLong(tap.fields().get("sequence"));
        assertThat(accepted(sequence)).hasSize(1);
    }

    @Test
    void aDeniedRiderIsRejectedUntilTheDenialIsLifted() {
        Instant now = Instant.now();
        String code = world.mainland.code("debtor", now);
        String rider = Pseudonym.of("WEIXIN_PAY", "debtor");

        world.network().deny(rider, now.minusSeconds(60), true);
        await().atMost(LIMIT).until(() -> tapWith(code).equals("REJECTED RIDER_DENIED riderCode"));
        world.network().deny(rider, now, false);

        await().atMost(LIMIT).until(() -> tapWith(code).equals("ACCEPTED"));
    }

    private String tapWith(String code) {
        return verdicts(world.fixed.sendBatch("[" + world.tap().with("riderCode", quoted(code)) + "]"))
                .getFirst();
    }

    private List<TapAccepted> accepted(long sequence) {
        return world.onTheLine(Topics.TAPS_ACCEPTED, TapAccepted.class).stream()
                .filter(event -> event.getSequence() == sequence)
                .toList();
    }
}
