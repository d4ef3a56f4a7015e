package io.baytap.reporting;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.CsvReader;
import io.baytap.reporting.domain.report.ReportKind;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.fares.v1.SubsidyAccrued;
import io.baytap.schemas.wallets.v1.WalletScheme;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** A day of which every report has something to tell. */
final class ReportedDay {

    static final TravelDay DAY = new TravelDay(LocalDate.of(2025, 8, 8));
    static final String RANGE = "?from=2025-08-08&to=2025-08-08";

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private ReportedDay() {}

    /** Returns when all of it has been counted. Travelled again, it stays as it is. */
    static void travelled() {
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(
                    Topics.FX_RATES,
                    List.of(DAY.rate("CNY", "7.80"), DAY.rate("HKD", "8.40"), DAY.rate("USD", "1.08")));
            line.send(
                    Topics.SETTLEMENTS_POSTED,
                    IntStream.range(0, 2_500)
                            .mapToObj(n ->
                                    DAY.converted(DAY.fare("MTR", "f" + n, 0, FareKind.FARE, 1_050, 918), "-0.015"))
                            .toList());
            line.send(
                    Topics.SETTLEMENTS_POSTED,
                    List.of(
                            DAY.homeFare("=1+1", "h1", FareKind.FARE, 330),
                            DAY.shenzhenFare("s1", 505, 551),
                            DAY.later(
                                    DAY.homeFare("HKT", "restated", FareKind.FARE, 260),
                                    DAY.day().plusDays(1))));
            line.send(Topics.FARES_ASSESSED, subsidised());
            line.send(Topics.CHARGES_SETTLED, List.of(DAY.settled("f1", "MTR", WalletScheme.WEIXIN_PAY, 918, "CNY")));
            line.send(Topics.CHARGES_REFUNDED, List.of(DAY.refunded("f1", "MTR", 918)));
            line.send(Topics.SETTLEMENTS_BATCHES, List.of(DAY.batch("MTR", "HKD", 2_500, 2_625_000)));
        }
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(Reported.report(DAY).getInt("fares")).isGreaterThanOrEqualTo(2_503);
            assertThat(Reported.report(DAY).getInt("batches.size()")).isEqualTo(1);
            assertThat(Reported.report(DAY).getInt("charges.size()")).isEqualTo(2);
            assertThat(csv(ReportKind.SUBSIDIES)).hasSize(3);
        });
    }

    private static FareAssessed subsidised() {
        FareAssessed fare = DAY.assessed("subsidised", "a", "b");
        fare.setSubsidies(List.of(SubsidyAccrued.newBuilder()
                .setRule("scheme:ptfss/third")
                .setMonth(LocalDate.of(2025, 8, 1))
                .setAmountMinor(350)
                .setCurrency("HKD")
                .build()));
        return fare;
    }

    /** As of which the bytes of a report stay the same; of restatements, the day after. */
    static String question(ReportKind kind) {
        return RANGE + "&asOf=" + (kind == ReportKind.RESTATEMENTS ? "2025-08-09" : "2025-08-08");
    }

    /** The report as CSV, with its header. */
    static List<List<String>> csv(ReportKind kind) {
        return CsvReader.builder()
                .ofCsvRecord(get("/v1/reports/" + kind.title() + ".csv" + question(kind))
                        .asString())
                .stream()
                .map(record -> record.getFields())
                .toList();
    }
}
