package io.baytap.fare.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.fare.domain.TransferRule.Cost;
import io.baytap.fare.domain.TransferRule.Span;
import io.baytap.schemas.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Transfer rules as the GTFS reference has them under fare_transfer_rules.txt, worked by hand. */
class TransfersTest {

    private static final Instant START = Instant.parse("2026-04-09T00:00:00Z");

    @ParameterizedTest(name = "type {0}, AB {1}, BC {2}: {3}")
    @CsvSource({
        // A = 5.00, B = 4.00, C = 3.00. A + AB, then S + BC.
        "FROM_AND_TRANSFER, 100, 50, 5.00 1.00 0.50",
        "FROM_AND_TRANSFER, 0, 0, 5.00 0.00 0.00",
        // A + AB + B, then S + BC + C: discounts are negative.
        "FROM_TRANSFER_AND_TO, -100, -50, 5.00 3.00 2.50",
        // AB, then S + BC (which here has type 0: with type 2, B and C alone would be cheaper).
        "TRANSFER, 600, 50, 5.00 1.00 0.50",
        // AB below A: what B pays back is A's.
        "TRANSFER, 300, 50, 3.00 0.00 0.50",
        // Dearer than one by one: the legs stay separate.
        "FROM_TRANSFER_AND_TO, 100, 50, 5.00 4.00 3.00",
        "FROM_AND_TRANSFER, 500, 400, 5.00 4.00 3.00"
    })
    void whatThreeLegsCost(Cost cost, long ab, long bc, String fares) {
        var transfers = new Transfers(List.of(
                rule("A", "B", 1, null, cost, ab),
                rule("B", "C", 1, null, cost == Cost.TRANSFER ? Cost.FROM_AND_TRANSFER : cost, bc)));

        assertThat(fares(transfers, leg("A", 0, 10, 500), leg("B", 20, 30, 400), leg("C", 40, 50, 300)))
                .isEqualTo(fares);
    }

    @ParameterizedTest(name = "{0}, second leg {1} to {2}: {3}")
    @CsvSource({
        // The first leg is from 0 to 10; the limit is 60 minutes.
        "DEPARTURE_TO_ARRIVAL, 20, 60, 0.00",
        "DEPARTURE_TO_ARRIVAL, 20, 61, 4.00",
        "DEPARTURE_TO_DEPARTURE, 60, 90, 0.00",
        "DEPARTURE_TO_DEPARTURE, 61, 90, 4.00",
        "ARRIVAL_TO_DEPARTURE, 70, 90, 0.00",
        "ARRIVAL_TO_DEPARTURE, 71, 90, 4.00",
        "ARRIVAL_TO_ARRIVAL, 40, 70, 0.00",
        "ARRIVAL_TO_ARRIVAL, 40, 71, 4.00"
    })
    void howLongATransferMayTake(Span span, int departs, int arrives, String fare) {
        var rule = new TransferRule(
                2, "A", "A", -1, Duration.ofMinutes(60), span, Cost.FROM_AND_TRANSFER, Money.of(0, "USD"));

        assertThat(fares(new Transfers(List.of(rule)), leg("A", 0, 10, 500), leg("A", departs, arrives, 400)))
                .isEqualTo("5.00 " + fare);
    }

    @Test
    void theTightestCountThatStillCoversTheTransferIsChosen() {
        var transfers = new Transfers(List.of(
                rule("A", "A", -1, null, Cost.FROM_AND_TRANSFER, 200),
                rule("A", "A", 2, null, Cost.FROM_AND_TRANSFER, 100),
                rule("A", "A", 1, null, Cost.FROM_AND_TRANSFER, 0)));

        assertThat(fares(transfers, leg("A", 0, 1, 500), leg("A", 2, 3, 500), leg("A", 4, 5, 500), leg("A", 6, 7, 500)))
                .isEqualTo("5.00 0.00 1.00 2.00");
    }

    @Test
    void aCountThatIsUsedUpBeginsANewSubJourney() {
        var transfers = new Transfers(List.of(rule("A", "A", 1, null, Cost.FROM_AND_TRANSFER, 0)));

        assertThat(fares(transfers, leg("A", 0, 1, 500), leg("A", 2, 3, 500), leg("A", 4, 5, 500), leg("A", 6, 7, 500)))
                .isEqualTo("5.00 0.00 5.00 0.00");
    }

    @Test
    void theLegsAreDividedWhereItIsCheapest() {
        var transfers = new Transfers(List.of(rule("A", "A", 1, null, Cost.FROM_AND_TRANSFER, 0)));

        // Left to right the second leg would be free; it is the third that costs more.
        assertThat(fares(transfers, leg("A", 0, 1, 300), leg("A", 2, 3, 300), leg("A", 4, 5, 900)))
                .isEqualTo("3.00 3.00 0.00");
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({"A, B, 1.00", "A, C, 2.00", "C, B, 3.00", "C, D, 4.00", "B, A, 4.00"})
    void anEmptyGroupMeansThoseThatNoRuleNames(String from, String to, String fare) {
        var transfers = new Transfers(List.of(
                rule("A", "B", 1, null, Cost.FROM_AND_TRANSFER, 100),
                rule("A", "", 1, null, Cost.FROM_AND_TRANSFER, 200),
                rule("", "B", 1, null, Cost.FROM_AND_TRANSFER, 300),
                rule("", "", 1, null, Cost.FROM_AND_TRANSFER, 400)));

        assertThat(fares(transfers, leg(from, 0, 1, 900), leg(to, 2, 3, 900))).isEqualTo("9.00 " + fare);
    }

    @Test
    void aPauseOfMoreThanSixHoursIsNoTransfer() {
        var transfers = new Transfers(List.of(rule("A", "A", -1, null, Cost.FROM_AND_TRANSFER, 0)));

        assertThat(fares(transfers, leg("A", 0, 10, 500), leg("A", 370, 380, 500)))
                .isEqualTo("5.00 0.00");
        assertThat(fares(transfers, leg("A", 0, 10, 500), leg("A", 371, 380, 500)))
                .isEqualTo("5.00 5.00");
    }

    static LongStream seeds() {
        return LongStream.range(0, 1_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noLegCostsMoreThanAloneAndNoDivisionIsCheaper(long seed) {
        var random = new SplittableRandom(seed);
        List<TransferRule> rules = anyRules(random);
        List<TransferLeg> legs = anyLegs(random);

        List<Transfers.Fared> fared = new Transfers(rules).apply(legs);

        long total = 0;
        for (int i = 0; i < legs.size(); i++) {
            long minor = fared.get(i).fare().minor();
            assertThat(minor).isBetween(0L, legs.get(i).fare().minor());
            total += minor;
        }
        assertThat(total).isEqualTo(cheapest(new Transfers(rules), legs, 0));
    }

    /** The oracle tries every division, one after the other. */
    private static long cheapest(Transfers transfers, List<TransferLeg> legs, int start) {
        if (start == legs.size()) {
            return 0;
        }
        var sub = new SubJourney(legs.get(start));
        long best = Math.max(0, sub.totalMinor()) + cheapest(transfers, legs, start + 1);
        for (int next = start + 1; next < legs.size(); next++) {
            var rule = transfers.find(sub, legs.get(next));
            if (rule.isEmpty()) {
                return best;
            }
            sub.add(legs.get(next), rule.get());
            best = Math.min(best, Math.max(0, sub.totalMinor()) + cheapest(transfers, legs, next + 1));
        }
        return best;
    }

    private static List<TransferRule> anyRules(SplittableRandom random) {
        List<TransferRule> rules = new ArrayList<>();
        String[] groups = {"A", "B", "C"};
        for (String from : groups) {
            for (String to : groups) {
                if (random.nextInt(3) > 0) {
                    Duration limit = random.nextBoolean() ? null : Duration.ofMinutes(random.nextInt(1, 200));
                    int count = from.equals(to) ? random.nextInt(1, 4) : 1;
                    Cost cost = List.of(Cost.FROM_AND_TRANSFER, Cost.FROM_TRANSFER_AND_TO, Cost.TRANSFER)
                            .get(random.nextInt(3));
                    rules.add(rule(from, to, count, limit, cost, random.nextInt(-300, 700)));
                }
            }
        }
        return rules;
    }

    private static List<TransferLeg> anyLegs(SplittableRandom random) {
        List<TransferLeg> legs = new ArrayList<>();
        int minute = 0;
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            int departs = minute + random.nextInt(60);
            minute = departs + random.nextInt(60);
            legs.add(leg(String.valueOf((char) ('A' + random.nextInt(3))), departs, minute, random.nextInt(1_000)));
        }
        return legs;
    }

    private static TransferRule rule(
            String from, String to, int count, @Nullable Duration limit, Cost cost, long productMinor) {
        return new TransferRule(
                2, from, to, count, limit, Span.DEPARTURE_TO_DEPARTURE, cost, Money.of(productMinor, "USD"));
    }

    private static TransferLeg leg(String group, int departs, int arrives, long minor) {
        return new TransferLeg(
                group,
                START.plus(Duration.ofMinutes(departs)),
                START.plus(Duration.ofMinutes(arrives)),
                Money.of(minor, "USD"));
    }

    private static String fares(Transfers transfers, TransferLeg... legs) {
        return String.join(
                " ",
                transfers.apply(List.of(legs)).stream()
                        .map(fared -> fared.fare().toMajor().toPlainString())
                        .toList());
    }
}
