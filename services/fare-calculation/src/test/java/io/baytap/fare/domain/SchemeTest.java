package io.baytap.fare.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.baytap.fare.tariff.RuleFeeds;
import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemes over journeys, operators and currencies, worked by hand. One yuan is 1.08 Hong Kong dollars. */
class SchemeTest {

    private static final String BAY = """
            scheme: bay
            currency: HKD
            zone: Asia/Hong_Kong
            effectiveFrom: 2026-01-01
            """;
    private static final String INTERCHANGES = BAY + """
            interchanges:
              - {id: bus-rail, from: ["KMB:*"], to: ["MTR:*"], within: PT30M, amount: "2.00"}
              - {id: rail-shenzhen, from: ["MTR:*"], to: ["SZM:*"], within: PT60M, amount: "1.00"}
              - {id: any-rail, from: ["HKT:*", "KMB:*"], to: ["MTR:*"], within: PT10M, percent: 50}
            """;
    private static final String CAPS = BAY + """
            caps:
              - {id: day, routes: ["MTR:*", "SZM:*"], period: DAY, amount: "60.00"}
              - {id: trams, routes: ["HKT:*"], period: WEEK, amount: "10.00"}
            """;
    private static final String SUBSIDY = BAY + """
            subsidies:
              - {id: fare-subsidy, routes: ["MTR:*"], threshold: "500.00", share: 1/3, max: "400.00"}
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            boarded 30 minutes before     | 08:00 E R1; 08:30 E 1; 08:40 X 2               | 08:00=14.60, 08:30=2.90
            31 minutes                    | 08:00 E R1; 08:31 E 1; 08:40 X 2               | 08:00=14.60, 08:31=4.90
            from the alighting tap        | 08:00 E R1; 08:20 X R2; 08:50 E 1; 08:55 X 2   | 08:00=5.10, 08:50=2.90
            the better of two             | 08:00 E R1; 08:10 E 1; 08:40 X 3               | 08:00=14.60, 08:10=5.30
            never below nothing           | 08:00 E R1; 08:11 E 1; 08:12 X 1               | 08:00=14.60, 08:11=0.00
            one discount for one journey  | 08:00 E R1; 08:15 E 1; 08:20 X 2; 08:25 E 2; 08:28 X 1 | 08:00=14.60, 08:15=2.90, 08:25=4.90
            the other way round: none     | 08:00 E 1; 08:10 X 2; 08:15 E R1               | 08:00=4.90, 08:15=14.60
            incomplete: none              | 08:00 E R1; 08:10 E 1                          | 08:00=14.60, 08:10=52.20
            1.00 HKD is 0.93 CNY          | 08:00 E 1; 08:40 X 76; 09:00 E Za; 09:20 X Zc  | 08:00=52.20, 09:00=4.07
            """)
    void anInterchangeDiscount(String what, String taps, String nets) {
        assertThat(new RiderDay(RuleFeeds.rules(INTERCHANGES))
                        .taps(taps, "08:00")
                        .wait("d1/08:00")
                        .nets())
                .isEqualTo(nets);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            52.20 and 7.80 of 10.60  | 08:00 E 1; 08:40 X 76; 09:00 E 1; 09:10 X 3                       | 08:00=52.20, 09:00=7.80
            nothing is left          | 08:00 E 1; 08:40 X 76; 09:00 E 1; 09:40 X 76; 10:00 E 2; 10:10 X 1 | 08:00=52.20, 09:00=7.80, 10:00=0.00
            another day begins anew  | 08:00 E 1; 08:40 X 76; d1/00:00 E 1; d1/00:40 X 76                 | 08:00=52.20, 00:00=52.20
            the day of the first tap | 08:00 E 1; 08:40 X 76; 23:50 E 1; d1/00:30 X 76                    | 08:00=52.20, 23:50=7.80
            held at the maximum: none| 08:00 E 1; 11:00 E 1; 11:40 X 76                                   | 08:00=52.20, 11:00=52.20
            over two currencies      | 08:00 E 1; 08:40 X 76; 09:00 E Za; 09:20 X Zc; 10:00 E Zc; 10:20 X Za | 08:00=52.20, 09:00=5.00, 10:00=2.22
            a surcharge is not capped| 08:00 E 1; 08:40 X 76; 09:00 E 1; 11:31 X 2; 12:00 E 1; 12:10 X 2  | 08:00=52.20, 09:00=57.10, 12:00=2.90
            """)
    void aDayCap(String what, String taps, String nets) {
        // Two currencies: 52.20 and 5.00 CNY at 1.08 = 5.40 make 57.60; of the next 5.00 CNY 2.40 HKD are left = 2.22
        // CNY.
        assertThat(new RiderDay(RuleFeeds.rules(CAPS))
                        .taps(taps, "08:00")
                        .wait("d2/08:00")
                        .nets())
                .isEqualTo(nets);
    }

    @Test
    void aWeekCapCountsFromMonday() {
        // Thursday to Sunday: 3.30, 3.30, 3.30, 0.10; Monday begins anew. A second ride within an hour would be free.
        var day = new RiderDay(RuleFeeds.rules(CAPS))
                .taps("08:00 X T1; d1/08:00 X T1; d2/08:00 X T1; d3/08:00 X T1; d4/08:00 X T1", "d4/08:00");

        assertThat(day.nets()).isEqualTo("08:00=3.30, 08:00=3.30, 08:00=3.30, 08:00=0.10, 08:00=3.30");
    }

    @Test
    void aLateTapRepricesExactlyWhatDependsOnIt() {
        var day = new RiderDay(RuleFeeds.rules(CAPS))
                .taps(
                        "08:00 E 1; 08:40 X 76; 10:00 E 1; 10:10 X 2; 12:00 X T1; d1/08:00 E 1; d1/08:10 X 2",
                        "d1/08:10");
        day.changes();

        // An earlier journey to Tsim Sha Tsui, 10.60, takes what was left of the cap.
        day.taps("07:00 E 1; 07:20 X 3", "d1/09:00");

        Map<String, BigDecimal> deltas = new HashMap<>();
        day.changes()
                .forEach(change -> deltas.merge(
                        change.assessed().journeyId(), change.delta().toMajor(), BigDecimal::add));
        assertThat(deltas)
                .containsOnly(
                        entry("journey:tap:1E:07:00", new BigDecimal("10.60")),
                        entry("journey:tap:1E:08:00", new BigDecimal("-2.80")),
                        entry("journey:tap:1E:10:00", new BigDecimal("-4.90")));
    }

    @Test
    void anEarlierTransferMovesTheLaterOne() {
        var day = new RiderDay(RuleFeeds.rules()).taps("09:00 X T1; 09:40 X T1", "10:00");
        assertThat(day.nets()).isEqualTo("09:00=3.30, 09:40=0.00");
        day.changes();

        // One transfer within an hour of the first ride: now 08:30 with 09:00, and 09:40 alone.
        day.taps("08:30 X T2", "10:10");

        assertThat(day.nets()).isEqualTo("08:30=3.30, 09:00=0.00, 09:40=3.30");
    }

    @Test
    void theSubsidyIsAThirdOfWhatIsAboveTheThreshold() {
        // Ten journeys of 52.20 in April: 522.00, of which 22.00 above 500.00; a third, rounded down, is 7.33.
        var day = new RiderDay(RuleFeeds.rules(SUBSIDY));
        for (int i = 0; i < 10; i++) {
            day.taps("d%d/08:00 E 1; d%d/08:40 X 76".formatted(i, i), "d%d/08:40".formatted(i));
        }

        List<Subsidies.Accrual> accrued = day.changes().stream()
                .flatMap(change -> change.subsidies().stream())
                .toList();

        assertThat(accrued).singleElement().satisfies(accrual -> {
            assertThat(accrual.amount()).isEqualTo(Money.of(733, "HKD"));
            assertThat(accrual.month()).hasToString("2026-04-01");
            assertThat(accrual.rule()).isEqualTo("scheme:bay/fare-subsidy");
        });
    }

    @Test
    void aMonthIsCountedAlthoughItsJourneysAreForgotten() {
        // Nine journeys of 52.20, the last on 17 April: 469.80. After two weeks without a tap the tenth makes it
        // 522.00.
        var day = new RiderDay(RuleFeeds.rules(SUBSIDY.replace("Asia/Hong_Kong", "UTC")));
        for (int i = 0; i < 9; i++) {
            day.taps("d%d/08:00 E 1; d%d/08:40 X 76".formatted(i, i), "d%d/08:40".formatted(i));
        }
        day.changes();

        day.taps("d21/08:00 E 1; d21/08:40 X 76", "d21/08:40");

        assertThat(day.history().taps()).hasSize(2);
        assertThat(day.changes().stream().flatMap(change -> change.subsidies().stream()))
                .singleElement()
                .satisfies(accrual -> assertThat(accrual.amount()).isEqualTo(Money.of(733, "HKD")));
    }

    @Test
    void totalsGoWhenTheirPeriodIsLongOver() {
        var day = new RiderDay(RuleFeeds.rules(SUBSIDY)).taps("08:00 E 1; 08:40 X 76", "08:40");
        Rulebook rules = RuleFeeds.rules(SUBSIDY);

        RiderHistory forgotten = day.history().since(RiderDay.at("d10/00:00"), rules);
        RiderHistory over = forgotten.since(RiderDay.at("d50/00:00"), rules);

        assertThat(forgotten.taps()).isEmpty();
        assertThat(forgotten.spent()).isEqualTo(new Totals(Map.of("bay/fare-subsidy/2026-04-01", 5220L)));
        assertThat(forgotten.isEmpty()).isFalse();
        assertThat(over.isEmpty()).isTrue();
    }

    @ParameterizedTest(name = "{0} spent: {1}")
    @CsvSource({"50000, 0", "50001, 0", "50003, 1", "80000, 10000", "170000, 40000", "170003, 40000", "999999, 40000"})
    void theSubsidyHasAThresholdAndAMaximum(long spentMinor, long benefitMinor) {
        Scheme.Subsidy subsidy =
                RuleFeeds.rules(SUBSIDY).schemes().getFirst().subsidies().getFirst();

        assertThat(Subsidies.of(subsidy, Money.of(spentMinor, "HKD"))).isEqualTo(Money.of(benefitMinor, "HKD"));
    }

    @Test
    void withoutAnExchangeRateTheFareStandsAndIsLookedAtAgain() {
        Rulebook complete = RuleFeeds.rules(CAPS);
        var noRates = new Rulebook(complete.tariffs(), complete.schemes(), Rates.none());
        RiderHistory rode =
                new RiderDay(noRates).taps("09:00 E Za; 09:20 X Zc", "09:20").history();

        Assessment assessment = Assessment.of(rode, noRates, RiderDay.at("09:30"));

        assertThat(rode.assessed().values())
                .singleElement()
                .satisfies(fare -> assertThat(fare.net()).isEqualTo(Money.of(500, "CNY")));
        assertThat(assessment.nextExpiry()).isEqualTo(RiderDay.at("09:31"));
    }
}
