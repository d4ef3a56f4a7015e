package io.baytap.fare.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.fare.tariff.RuleFeeds;
import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * With transfers, interchange discounts, caps over two currencies, section rebates and a subsidy in force: the same taps in any order, some
 * of them twice, while time goes by as it likes, give the same nets for every journey; no journey costs more than alone; no
 * cap is exceeded.
 */
class ArrivalOrderTest {

    private static final List<String> PLACES = List.of(
            "E 1", "E 1", "X 2", "X 2", "E 2", "X 3", "E 3", "X 1", "E 76", "X 76", "X 39", "E R1", "X R2", "X R3",
            "X T2", "E T1", "X T1", "E Za", "X Zc", "E Zc", "X Za");
    private static final String SCHEME = """
            scheme: all
            currency: HKD
            zone: Asia/Hong_Kong
            effectiveFrom: 2026-01-01
            interchanges:
              - {id: bus-rail, from: ["KMB:*"], to: ["MTR:*"], within: PT60M, amount: "2.00"}
              - {id: rail-metro, from: ["MTR:*", "SZM:*"], to: ["SZM:*"], within: PT90M, percent: 10}
            caps:
              - {id: day, routes: ["MTR:*", "SZM:*"], period: DAY, amount: "40.00"}
              - {id: week, routes: ["*"], period: WEEK, amount: "120.00"}
            subsidies:
              - {id: subsidy, routes: ["MTR:*", "KMB:*"], threshold: "30.00", share: 1/3, max: "20.00"}
            """;
    private static final Rulebook RULES = RuleFeeds.rules(SCHEME);
    private static final Instant START = RiderDay.at("06:00");
    private static final Instant END = RiderDay.at("d7/00:00");

    static LongStream seeds() {
        return LongStream.range(0, 3_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyOrderGivesTheSameNets(long seed) {
        var random = new Random(seed);
        List<Tap> taps = anyTaps(random);
        Map<String, Money> expected = inOrder(taps).netsByJourney();
        List<Tap> arrivals = new ArrayList<>(taps);
        for (Tap tap : taps) {
            if (random.nextInt(5) == 0) {
                arrivals.add(tap);
            }
        }
        Collections.shuffle(arrivals, random);

        var day = new RiderDay(RULES);
        Instant now = START;
        for (Tap tap : arrivals) {
            day.take(tap, now);
            now = now.plus(Duration.ofMinutes(random.nextInt(90)));
            if (random.nextBoolean()) {
                day.wait(now);
            }
        }
        day.wait(END);

        assertThat(day.netsByJourney()).isEqualTo(expected);
        assertThat(day.history().accrued()).isEqualTo(inOrder(taps).history().accrued());
        assertThatDeltasAddUp(day);
        assertThatNothingCostsMoreThanAlone(day);
        assertThatNoCapIsExceeded(day);
    }

    private static RiderDay inOrder(List<Tap> taps) {
        var day = new RiderDay(RULES);
        taps.forEach(tap -> day.take(tap, tap.occurredAt()));
        return day.wait(END);
    }

    /** Every journey's fares are numbered without a gap, each correcting the one before, and sum up to its net. */
    private static void assertThatDeltasAddUp(RiderDay day) {
        Map<String, FareChange> last = new HashMap<>();
        Map<String, Money> sums = new HashMap<>();
        for (FareChange change : day.changes()) {
            String journey = change.assessed().journeyId();
            FareChange before = last.put(journey, change);
            assertThat(change.assessed().revision())
                    .isEqualTo(before == null ? 0 : before.assessed().revision() + 1);
            assertThat(change.corrects())
                    .isEqualTo(before == null ? null : before.assessed().fareId());
            assertThat(change.assessed().net().isNegative()).isFalse();
            sums.merge(journey, change.delta(), Money::plus);
            assertThat(sums.get(journey)).isEqualTo(change.assessed().net());
        }
    }

    private static void assertThatNothingCostsMoreThanAlone(RiderDay day) {
        for (Assessed fare : day.history().assessed().values()) {
            if (fare.alone() != null) {
                assertThat(fare.net()).isLessThanOrEqualTo(fare.alone().fare());
            }
        }
    }

    /** Complete journeys without their surcharges, by the day and the week of their first tap, at 1.08 HKD per CNY. */
    private static void assertThatNoCapIsExceeded(RiderDay day) {
        Map<String, BigDecimal> spent = new HashMap<>();
        for (RiderTap tap : day.history().taps()) {
            Assessed fare = day.history().assessed().get(Journey.idOf(tap.id()));
            if (fare == null || fare.alone() == null || !fare.complete()) {
                continue;
            }
            Money surcharge = fare.alone().fare().minus(fare.alone().discountable());
            BigDecimal net = fare.net().minus(surcharge).toMajor();
            BigDecimal hkd = fare.operatorId().equals("SZM") ? net.multiply(new BigDecimal("1.08")) : net;
            LocalDate date = LocalDate.ofInstant(tap.at(), ZoneId.of("Asia/Hong_Kong"));
            if (List.of("MTR", "SZM").contains(fare.operatorId())) {
                spent.merge("day " + date, hkd, BigDecimal::add);
            }
            spent.merge("week " + date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), hkd, BigDecimal::add);
        }
        spent.forEach((period, amount) -> assertThat(amount)
                .as(period)
                .isLessThanOrEqualTo(new BigDecimal(period.startsWith("day") ? "40.00" : "120.00")));
    }

    private static List<Tap> anyTaps(Random random) {
        List<Tap> taps = new ArrayList<>();
        int count = 2 + random.nextInt(14);
        long minute = 0;
        for (int i = 0; i < count; i++) {
            minute += 1 + random.nextInt(random.nextInt(4) == 0 ? 600 : 40);
            String time = "d%d/%02d:%02d".formatted(minute / 1440, minute / 60 % 24, minute % 60);
            taps.add(RiderDay.tap(time + " " + PLACES.get(random.nextInt(PLACES.size()))));
        }
        return taps;
    }
}
