package io.baytap.tap.domain;

import static io.baytap.tap.domain.City.BUS;
import static io.baytap.tap.domain.City.FERRY;
import static io.baytap.tap.domain.City.NOW;
import static io.baytap.tap.domain.City.tap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TapJudgeTest {

    private final City city = new City();

    static Stream<Arguments> taps() {
        Tap plain = tap(1);
        Duration second = Duration.ofSeconds(1);
        return Stream.of(
                verdict("ACCEPTED", City.FIXED, plain),
                verdict("ACCEPTED", City.FIXED, City.at(plain, "MTR:heavy-rail", "MTR:1", null)),
                verdict("ACCEPTED", City.MOVING, City.at(plain, BUS, BUS + "#2", null)),
                verdict("ACCEPTED", City.PIER, plain),
                verdict("ACCEPTED", City.PIER, City.at(plain, FERRY, "pier-1", "UPPER")),
                verdict("ACCEPTED", City.FIXED, City.when(plain, NOW.minus(Duration.ofMinutes(5)))),
                verdict(
                        "LATE",
                        City.FIXED,
                        City.when(plain, NOW.minus(Duration.ofMinutes(5)).minus(second))),
                verdict("LATE", City.FIXED, City.when(plain, NOW.minus(Duration.ofDays(7)))),
                verdict(
                        "TOO_OLD occurredAt",
                        City.FIXED,
                        City.when(plain, NOW.minus(Duration.ofDays(7)).minus(second))),
                verdict("ACCEPTED", City.FIXED, City.when(plain, NOW.plus(Duration.ofMinutes(2)))),
                verdict(
                        "CLOCK_AHEAD occurredAt",
                        City.FIXED,
                        City.when(plain, NOW.plus(Duration.ofMinutes(2)).plus(second))),
                verdict("LOCATION_MISMATCH routeId", City.FIXED, City.at(plain, BUS, null, null)),
                verdict("LOCATION_MISMATCH stopId", City.FIXED, City.at(plain, null, "MTR:2", null)),
                verdict("LOCATION_MISMATCH deck", City.FIXED, City.at(plain, null, null, "UPPER")),
                verdict("LOCATION_MISMATCH deck", City.PIER, City.at(plain, null, null, "LOWER")),
                verdict("LOCATION_MISMATCH routeId", City.MOVING, City.at(plain, FERRY, "pier-1", null)),
                verdict("MALFORMED_TAP routeId", City.MOVING, plain),
                verdict("MALFORMED_TAP stopId", City.MOVING, City.at(plain, BUS, null, null)),
                verdict("UNKNOWN_STOP routeId", City.MOVING, City.at(plain, "MTR:K99:1", "x", null)),
                verdict("UNKNOWN_STOP stopId", City.MOVING, City.at(plain, BUS, BUS + "#9", null)),
                verdict("CODE_MALFORMED riderCode", City.FIXED, City.code(plain, "garbage")),
                verdict("CODE_ISSUER_UNKNOWN riderCode", City.FIXED, City.code(plain, "nobody")),
                verdict("CODE_SIGNATURE_INVALID riderCode", City.FIXED, City.code(plain, "forged")),
                verdict("CODE_EXPIRED riderCode", City.FIXED, City.code(plain, City.code(NOW.minusSeconds(60), NOW))),
                verdict("ACCEPTED", City.FIXED, City.code(plain, City.code(NOW.minusSeconds(60), NOW.plusMillis(1)))),
                verdict("ACCEPTED", City.FIXED, City.code(plain, City.code(NOW.plusSeconds(30), NOW.plusSeconds(60)))),
                verdict(
                        "CODE_NOT_YET_VALID riderCode",
                        City.FIXED,
                        City.code(plain, City.code(NOW.plusSeconds(31), NOW.plusSeconds(60)))),
                verdict("RIDER_DENIED riderCode", City.FIXED, City.code(plain, "denied")),
                verdict("RIDER_DENIED riderCode", City.FIXED, City.byList(City.code(plain, "denied"), "3-18")),
                verdict("RIDER_DENIED riderCode", City.FIXED, City.byList(City.code(plain, "denied"), "yesterday's")),
                verdict("ACCEPTED on an old list", City.FIXED, City.byList(City.code(plain, "denied"), "3-17")),
                verdict("ACCEPTED on an old list", City.FIXED, City.byList(City.code(plain, "denied"), "none")),
                verdict("ACCEPTED", City.FIXED, City.byList(plain, "none")),
                verdict(
                        "ACCEPTED",
                        City.FIXED,
                        City.when(City.code(plain, "denied"), City.DENIED_SINCE.minusMillis(1))));
    }

    private static Arguments verdict(String verdict, Gate gate, Tap tap) {
        return Arguments.of(verdict, gate, tap);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("taps")
    void aTapIsJudgedByEveryRule(String expected, Gate gate, Tap tap) {
        List<Verdict> verdicts = city.judge().judge(gate, List.of(new TapReading.Complete(tap)), City.AT);

        assertThat(verdicts).extracting(City::text).containsExactly(expected);
    }

    @Test
    void anAcceptedTapCarriesTheGatesPlaceAndTheProvenRider() {
        var verdict = city.judge()
                .judge(City.PIER, List.of(new TapReading.Complete(tap(1))), City.AT)
                .getFirst();

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> {
            assertThat(accepted.place()).isEqualTo(new Place(FERRY, "pier-1", "UPPER"));
            assertThat(accepted.rider().riderId()).isEqualTo("WEIXIN_PAY:a");
        });
    }

    @Test
    void whatCannotBeReadIsRejectedAtTheTimeItCame() {
        Instant known = NOW.minusSeconds(5);
        List<TapReading> batch = List.of(
                new TapReading.Malformed(TapReading.NO_SEQUENCE, 21, null, null, "an object expected"),
                new TapReading.Malformed(7, 22, known, "direction", "required"));

        List<Verdict> verdicts = city.judge().judge(City.FIXED, batch, City.AT);

        assertThat(verdicts)
                .containsExactly(
                        new Verdict.Rejected(-1, 21, NOW, new RejectReason.MalformedTap(null, "an object expected")),
                        new Verdict.Rejected(7, 22, known, new RejectReason.MalformedTap("direction", "required")));
    }

    @Test
    void aSequenceOfTheSameBatchCountsAsSeen() {
        Tap first = tap(1);
        Tap other = City.when(first, NOW.minusSeconds(1));

        List<Verdict> verdicts = city.judge()
                .judge(
                        City.FIXED,
                        Stream.of(first, first, other, tap(2))
                                .<TapReading>map(TapReading.Complete::new)
                                .toList(),
                        City.AT);

        assertThat(verdicts)
                .extracting(City::text)
                .containsExactly("ACCEPTED", "DUPLICATE", "SEQUENCE_REUSED sequence", "ACCEPTED");
    }

    @Test
    void aTapIsADuplicateOnlyAtTheGateThatStoredIt() {
        Tap stored = tap(1);
        city.memory().remember(City.FIXED.gateId(), 1, stored.fingerprint());

        assertThat(city.judge().judge(City.FIXED, List.of(new TapReading.Complete(stored)), City.AT))
                .extracting(City::text)
                .containsExactly("DUPLICATE");
        assertThat(city.judge().judge(City.PIER, List.of(new TapReading.Complete(stored)), City.AT))
                .extracting(City::text)
                .containsExactly("ACCEPTED");
    }

    @Test
    void whatWasRejectedMayBeSentAgainWithTheSameSequence() {
        Tap rejected = City.code(tap(1), "forged");

        List<Verdict> verdicts = city.judge()
                .judge(
                        City.FIXED,
                        List.of(new TapReading.Complete(rejected), new TapReading.Complete(tap(1))),
                        City.AT);

        assertThat(verdicts).extracting(City::text).containsExactly("CODE_SIGNATURE_INVALID riderCode", "ACCEPTED");
    }
}
