package io.baytap.reporting;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.baytap.schemas.Topics;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.fares.v1.FareKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports worked out by hand. Days are of 2025, where no other test travels. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
class StatementIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void theStatementIsInYuanAndDollarsAtTheDaysRates() {
        TravelDay day = new TravelDay(LocalDate.of(2025, 3, 31));
        TravelDay next = new TravelDay(LocalDate.of(2025, 4, 1));
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(
                    Topics.FX_RATES,
                    List.of(day.rate("CNY", "7.80"), day.rate("HKD", "8.40"), day.rate("USD", "1.08")));
            line.send(
                    Topics.FX_RATES,
                    List.of(next.rate("CNY", "7.90"), next.rate("HKD", "8.50"), next.rate("USD", "1.10")));
            line.send(
                    Topics.SETTLEMENTS_POSTED,
                    List.of(
                            day.fare("MTR", "j1", 0, FareKind.FARE, 1_050, 970),
                            day.fare("KMB", "j2", 0, FareKind.FARE, 330, 305),
                            day.homeFare("MTR", "j3", FareKind.FARE, 1_000),
                            day.shenzhenFare("j4", 505, 551),
                            next.fare("MTR", "j5", 0, FareKind.FARE, 2_000, 1_848)));
        }

        // CN in HK on 31 March: 9.70 + 3.05 = CNY 12.75; × 1.08 / 7.80 = 1.76538 = USD 1.77.
        // HK in HK: HKD 10.00 × 7.80 / 8.40 = 9.28571 = CNY 9.29; × 1.08 / 7.80 = 1.28631 = USD 1.29.
        // HK in CN: CNY 5.05; × 1.08 / 7.80 = 0.69923 = USD 0.70.
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(lines("statement", "2025-03-31", "2025-03-31", "DAY"))
                        .contains(
                                "DETAIL,,2025-03-31,CN,HK,2,2,13.80,HKD,12.75,CNY,1.77,USD",
                                "DETAIL,,2025-03-31,HK,CN,1,1,5.05,CNY,5.05,CNY,0.70,USD",
                                "DETAIL,,2025-03-31,HK,HK,1,1,10.00,HKD,9.29,CNY,1.29,USD",
                                "TOTAL,,,,,1,1,5.05,CNY,5.05,CNY,0.70,USD",
                                "TOTAL,,,,,3,3,23.80,HKD,22.04,CNY,3.06,USD"));
        // A quarter adds up days, each at its own rate: 18.48 × 1.10 / 7.90 = 2.57316 = USD 2.57 is in the next one.
        assertThat(lines("statement", "2025-03-01", "2025-04-30", "QUARTER"))
                .contains(
                        "DETAIL,,2025-Q1,CN,HK,2,2,13.80,HKD,12.75,CNY,1.77,USD",
                        "DETAIL,,2025-Q2,CN,HK,1,1,20.00,HKD,18.48,CNY,2.57,USD");
        assertThat(lines("statement", "2025-01-01", "2025-12-31", "YEAR"))
                .anyMatch(line -> line.startsWith("DETAIL,,2025,CN,HK,"));
    }

    @Test
    void aDayWithoutRatesIsNotStatedAtAll() {
        TravelDay day = new TravelDay(LocalDate.of(2003, 2, 3));
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(Topics.SETTLEMENTS_POSTED, day.homeFare("MTR", "j1", FareKind.FARE, 1_000));
        }

        await().atMost(LIMIT)
                .untilAsserted(() -> get("/v1/reports/statement.csv?from=2003-02-03&to=2003-02-03")
                        .then()
                        .statusCode(409)
                        .body("reason", equalTo("NO_RATE"))
                        .body("detail", containsString("2003-02-03")));
    }

    @Test
    void everyRateHasItsEvidence() {
        TravelDay day = new TravelDay(LocalDate.of(2025, 5, 5));
        try (Line line = new Line(ReportingStack.stack())) {
            // 10.50 × 0.8743 = 9.18015: 9.18 and a residue of -0.015 fen. 3.30 × 0.8743 = 2.88519: 2.89 and 0.481.
            line.send(
                    Topics.SETTLEMENTS_POSTED,
                    List.of(
                            day.converted(day.fare("MTR", "j1", 0, FareKind.FARE, 1_050, 918), "-0.015"),
                            day.converted(day.fare("MTR", "j2", 0, FareKind.FARE, 330, 289), "0.481"),
                            day.homeFare("MTR", "j3", FareKind.FARE, 1_000)));
        }

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(lines("exchange", "2025-05-05", "2025-05-05", "DAY"))
                        .containsExactly(
                                "row,level,day,wallet_scheme,fare_currency,wallet_currency,rate,applied_rate,rate_ids,fares,fare_amount,wallet_amount,spread_amount,residue_minor",
                                "DETAIL,,2025-05-05,WEIXIN_PAY,HKD,CNY,0.87,0.8743,ECB:EUR/HKD:2025-05-05 ECB:EUR/CNY:2025-05-05,2,13.80,12.07,0.05,0.466",
                                "TOTAL,,,,HKD,CNY,,,,2,13.80,12.07,0.05,",
                                "CONTROL,CELLS,,,HKD,,,,,2,13.80,,,",
                                "CONTROL,RECORDS,,,HKD,,,,,2,13.80,,,"));
    }

    @Test
    void aClosedDayIsRestatedByWhatCameLater() {
        TravelDay day = new TravelDay(LocalDate.of(2025, 6, 10));
        LocalDate next = LocalDate.of(2025, 6, 11);
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(
                    Topics.SETTLEMENTS_POSTED,
                    List.of(
                            day.fare("MTR", "j1", 0, FareKind.MAXIMUM, 6_080, 5_610),
                            day.fare("MTR", "j2", 0, FareKind.FARE, 1_050, 970)));
            line.send(Topics.SETTLEMENTS_BATCHES, day.batch("MTR", "HKD", 2, 7_130));
            line.send(
                    Topics.SETTLEMENTS_POSTED,
                    List.of(
                            day.later(day.fare("MTR", "j1", 1, FareKind.CORRECTION, -5_085, -4_693), next),
                            day.later(day.fare("MTR", "j3", 0, FareKind.FARE, 330, 305), next)));
            line.send(Topics.SETTLEMENTS_BATCHES, new TravelDay(next).batch("MTR", "HKD", 2, -4_755));
        }

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(lines("restatements", "2025-06-10", "2025-06-10", "DAY"))
                        .contains(
                                "DETAIL,,2025-06-10,MTR,CN,HK,2025-06-11,CORRECTION,1,71.30,-50.85,20.45,HKD",
                                "DETAIL,,2025-06-10,MTR,CN,HK,2025-06-11,LATE_FARE,1,20.45,3.30,23.75,HKD"));
        String first = get("/v1/reports/incomplete-journeys.csv?from=2025-06-10&to=2025-06-10&asOf=2025-06-10")
                .asString();
        assertThat(first.lines())
                .contains(
                        "DETAIL,,2025-06-10,MTR,HKD,2,2,1,60.80,0,0.00,0,0.00,71.30",
                        "CONTROL,CELLS,,,HKD,,2,,,,,,,71.30",
                        "CONTROL,LEDGER,,,HKD,,2,,,,,,,71.30",
                        "CONTROL,RECORDS,,,HKD,,2,,,,,,,71.30");
        assertThat(get("/v1/reports/incomplete-journeys.csv?from=2025-06-10&to=2025-06-10&asOf=2025-06-11")
                        .asString()
                        .lines())
                .contains(
                        "DETAIL,,2025-06-10,MTR,HKD,3,4,1,60.80,1,-50.85,0,0.00,23.75",
                        "CONTROL,LEDGER,,,HKD,,4,,,,,,,23.75");
        assertThat(get("/v1/reports/operators.csv?from=2025-06-11&to=2025-06-11")
                        .asString()
                        .lines())
                .contains("CONTROL,CELLS,,,,,,,2,-47.55,HKD,,", "CONTROL,LEDGER,,,,,,,2,-47.55,HKD,,");
    }

    @Test
    void aRefundThatIsAnsweredLaterIsInNoReportAsOfBefore() {
        TravelDay day = new TravelDay(LocalDate.of(2025, 6, 15));
        ChargeRefunded later = day.refunded("r9", "MTR", 200);
        later.setOccurredAt(new TravelDay(LocalDate.of(2025, 6, 16)).at(9, 0));
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(Topics.CHARGES_REFUNDED, List.of(day.refunded("r8", "MTR", 100), later));
        }
        String report = "/v1/reports/refunds.csv?from=2025-06-15&to=2025-06-15&asOf=2025-06-";

        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(get(report + "16").asString().lines()).contains("TOTAL,,,,,,2,3.00,CNY"));
        assertThat(get(report + "15").asString().lines()).contains("TOTAL,,,,,,1,1.00,CNY");
    }

    @Test
    void aBatchThatHoldsOtherThanTheRecordsIsShown() {
        TravelDay day = new TravelDay(LocalDate.of(2025, 6, 20));
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(Topics.SETTLEMENTS_POSTED, day.homeFare("MTR", "j1", FareKind.FARE, 330));
            line.send(Topics.SETTLEMENTS_BATCHES, day.batch("MTR", "HKD", 1, 340));
        }

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(lines("incomplete-journeys", "2025-06-20", "2025-06-20", "DAY"))
                        .contains("CONTROL,RECORDS,,,HKD,,1,,,,,,,3.30", "CONTROL_DIFFERS,LEDGER,,,HKD,,1,,,,,,,3.40"));
    }

    private static List<String> lines(String report, String from, String to, String by) {
        return get("/v1/reports/" + report + ".csv?from=" + from + "&to=" + to + "&by=" + by)
                .asString()
                .lines()
                .toList();
    }
}
