package io.baytap.fare.messaging;

import static io.baytap.fare.messaging.TopologyKit.header;
import static io.baytap.fare.messaging.TopologyKit.tap;
import static io.baytap.schemas.taps.v1.TapDirection.ENTRY;
import static io.baytap.schemas.taps.v1.TapDirection.EXIT;
import static io.baytap.schemas.taps.v1.TapDirection.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.schemas.wire.DeadLetter;
import io.baytap.schemas.wire.RegistryAwayException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be used is parked alone, and the line goes on. */
class PoisonTest {

    private final TopologyKit kit = new TopologyKit();

    @AfterEach
    void close() {
        kit.close();
    }

    static List<Arguments> brokenBytes() {
        byte[] good;
        try (var other = new TopologyKit()) {
            good = other.bytes(tap("g1", 1, "00:10:00", ENTRY, "MTR:1"));
        }
        byte[] endless = Arrays.copyOf(good, good.length);
        Arrays.fill(endless, 5, 15, (byte) 0xff); // a text of an absurd length
        byte[] otherSchema = Arrays.copyOf(good, good.length);
        otherSchema[4]++;
        byte[] unknownSchema = Arrays.copyOf(good, good.length);
        unknownSchema[3] = 100;
        return List.of(
                Arguments.of("NOT_FRAMED", "no tap".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("NOT_FRAMED", new byte[0]),
                Arguments.of("UNKNOWN_SCHEMA", unknownSchema),
                Arguments.of("OTHER_EVENT", otherSchema),
                Arguments.of("NOT_AVRO", Arrays.copyOf(good, good.length - 9)),
                Arguments.of("NOT_AVRO", endless));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenBytes")
    void unreadableBytesAreParkedAsTheyCame(String reason, byte[] bytes) {
        kit.tap(tap("g1", 1, "00:10:00", ENTRY, "MTR:1"));
        kit.rawTap("some key", bytes);
        kit.tap(tap("g2", 1, "00:31:00", EXIT, "MTR:2"));

        assertThat(kit.fares()).hasSize(1);
        TestRecord<byte[], byte[]> parked = single(kit.parked());
        assertThat(parked.key()).isEqualTo("some key".getBytes(StandardCharsets.UTF_8));
        assertThat(parked.value()).isEqualTo(bytes);
        assertThat(header(parked, DeadLetter.REASON)).isEqualTo(reason);
        assertThat(header(parked, DeadLetter.TOPIC)).isEqualTo("taps.accepted.v1");
        assertThat(header(parked, DeadLetter.PARTITION)).isEqualTo("0");
        assertThat(header(parked, DeadLetter.OFFSET)).isEqualTo("1");
    }

    static List<Arguments> senselessTaps() {
        TapAccepted good = tap("g1", 1, "00:10:00", ENTRY, "MTR:1");
        return List.of(
                Arguments.of("UNKNOWN_STOP", with(good).setStopId("MTR:99").build()),
                Arguments.of("UNKNOWN_ROUTE", with(good).setRouteId("MTR:metro").build()),
                Arguments.of("NO_TARIFF", with(good).setOperatorId("XYZ").build()),
                Arguments.of("NO_FARE", with(good).setStopId("MTR:AEL44").build()),
                Arguments.of(
                        "UNKNOWN_DIRECTION", with(good).setDirection(UNKNOWN).build()),
                Arguments.of(
                        "UNKNOWN_WALLET_SCHEME",
                        with(good).setWalletScheme(WalletScheme.UNKNOWN).build()),
                Arguments.of(
                        "SCHEME_MISMATCH",
                        with(good).setWalletScheme(WalletScheme.WECHAT_PAY_HK).build()),
                Arguments.of(
                        "SCHEME_MISMATCH", with(good).setRiderId("no scheme").build()),
                Arguments.of(
                        "TIME_OUT_OF_RANGE",
                        with(good)
                                .setOccurredAt(Instant.parse("2027-01-01T00:00:00Z"))
                                .build()),
                Arguments.of(
                        "TIME_OUT_OF_RANGE",
                        with(good)
                                .setOccurredAt(Instant.parse("2026-03-01T00:00:00Z"))
                                .build()),
                Arguments.of(
                        "TIME_OUT_OF_RANGE",
                        with(good)
                                .setOccurredAt(Instant.parse("+200000-01-01T00:00:00Z"))
                                .setReceivedAt(Instant.parse("+200000-01-01T00:00:00Z"))
                                .build()));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("senselessTaps")
    void aTapThatMeansNothingIsParkedWithItsReason(String reason, TapAccepted tap) {
        kit.tap(tap);
        kit.tap(tap("g1", 5, "00:10:00", ENTRY, "MTR:1"));
        kit.tap(tap("g2", 5, "00:31:00", EXIT, "MTR:2"));

        assertThat(header(single(kit.parked()), DeadLetter.REASON)).isEqualTo(reason);
        assertThat(kit.fares()).hasSize(1);
        assertThat(kit.meters.get("fare.parked").tag("reason", reason).counter().count())
                .isEqualTo(1);
    }

    @Test
    void aKeyThatIsNotTheRiderIsParked() {
        kit.rawTap("WEIXIN_PAY:other", kit.bytes(tap("g1", 1, "00:10:00", ENTRY, "MTR:1")));

        assertThat(header(single(kit.parked()), DeadLetter.REASON)).isEqualTo("KEY_MISMATCH");
    }

    @Test
    void theIdOfAnEarlierTapWithOtherContentIsParkedAndTheFareStays() {
        kit.tap(tap("g1", 1, "00:10:00", ENTRY, "MTR:1"));
        kit.tap(tap("g2", 1, "00:31:00", EXIT, "MTR:2"));
        kit.tap(tap("g2", 1, "00:31:00", EXIT, "MTR:3"));

        assertThat(header(single(kit.parked()), DeadLetter.REASON)).isEqualTo("CONFLICTING_TAP");
        assertThat(kit.fares()).hasSize(1);
    }

    @Test
    void anUnreadableTickIsParkedOnceAndStopsNoClock() {
        kit.tap(tap("g1", 1, "00:10:00", ENTRY, "MTR:1"));
        kit.rawTick(new byte[] {1, 2, 3});
        kit.tick("03:00:00");
        kit.idle(Duration.ofSeconds(10));
        kit.idle(Duration.ofSeconds(10));

        assertThat(kit.fares()).hasSize(1);
        TestRecord<byte[], byte[]> parked = single(kit.parkedTicks());
        assertThat(parked.value()).containsExactly(1, 2, 3);
        assertThat(header(parked, DeadLetter.REASON)).isEqualTo("NOT_FRAMED");
        assertThat(header(parked, DeadLetter.TOPIC)).isEqualTo("replay.ticks.v1");
    }

    @Test
    void anOutageOfTheRegistryParksNothing() {
        kit.tap(tap("g1", 1, "00:10:00", ENTRY, "MTR:1"));
        kit.tap(tap("g2", 1, "00:31:00", EXIT, "MTR:2"));
        byte[] otherSchema = kit.bytes(tap("g2", 2, "08:31:00", EXIT, "MTR:2"));
        otherSchema[3] = 1; // one that was never asked for
        kit.registry.goAway();

        assertThatThrownBy(() -> kit.rawTap(TopologyKit.RIDER, otherSchema))
                .hasRootCauseInstanceOf(RegistryAwayException.class);
        assertThat(kit.parked()).isEmpty();
        assertThat(kit.fares()).hasSize(1);
        // What was read before goes on.
        kit.tap(tap("g1", 3, "09:10:00", ENTRY, "MTR:1"));
        kit.tap(tap("g2", 3, "09:31:00", EXIT, "MTR:2"));
        assertThat(kit.fares()).hasSize(1);
        assertThat(kit.parked()).isEmpty();
    }

    private static TapAccepted.Builder with(TapAccepted tap) {
        return TapAccepted.newBuilder(tap);
    }

    private static TestRecord<byte[], byte[]> single(List<TestRecord<byte[], byte[]>> records) {
        assertThat(records).hasSize(1);
        return records.getFirst();
    }
}
