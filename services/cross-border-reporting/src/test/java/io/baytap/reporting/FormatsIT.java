package io.baytap.reporting;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same figures in every format, cell by cell. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormatsIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final TravelDay DAY = new TravelDay(LocalDate.of(2025, 8, 8));
    private static final String RANGE = "?from=2025-08-08&to=2025-08-08";

    private boolean travelled;

    /** Once; but not before all: REST Assured does not know the port yet. */
    @BeforeEach
    void travel() {
        if (travelled) {
            return;
        }
        travelled = true;
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
                    List.of(DAY.homeFare("=1+1", "h1", FareKind.FARE, 330), DAY.shenzhenFare("s1", 505, 551)));
            line.send(Topics.CHARGES_SETTLED, List.of(DAY.settled("f1", "MTR", WalletScheme.WEIXIN_PAY, 918, "CNY")));
            line.send(Topics.CHARGES_REFUNDED, List.of(DAY.refunded("f1", "MTR", 918)));
            line.send(Topics.SETTLEMENTS_BATCHES, List.of(DAY.batch("MTR", "HKD", 2_500, 2_625_000)));
        }
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(Reported.report(DAY).getInt("fares")).isEqualTo(2_502);
            assertThat(Reported.report(DAY).getInt("batches.size()")).isEqualTo(1);
            assertThat(Reported.report(DAY).getInt("charges.size()")).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "statement",
                "operators",
                "providers",
                "exchange",
                "incomplete-journeys",
                "refunds",
                "subsidies",
                "restatements",
                "cross-border-records"
            })
    void everyFormatHoldsTheSameCells(String report) throws IOException {
        List<List<String>> csv = csv(report);
        List<String> header = csv.getFirst();

        List<Map<String, Object>> json =
                get("/v1/reports/" + report + ".json" + RANGE).jsonPath().getList("rows");
        assertThat(json).hasSize(csv.size() - 1);
        for (int row = 0; row < json.size(); row++) {
            for (int column = 0; column < header.size(); column++) {
                Object cell = json.get(row).get(header.get(column));
                assertThat(harmless(cell)).isEqualTo(csv.get(row + 1).get(column));
            }
        }
        assertThat(XlsxCells.read(bytes(report, "xlsx"))).isEqualTo(typed(csv));
    }

    @ParameterizedTest
    @ValueSource(strings = {"statement", "operators", "providers", "exchange", "incomplete-journeys", "refunds"})
    void everyMeasureIsAnObservation(String report) {
        List<NamedCsvRecord> observations =
                CsvReader.builder()
                        .ofNamedCsvRecord(get("/v1/reports/" + report + ".sdmx.csv" + RANGE)
                                .asString())
                        .stream()
                        .toList();
        List<List<String>> csv = csv(report);
        List<String> header = csv.getFirst();

        List<String> expected = new ArrayList<>();
        for (List<String> row : csv.subList(1, csv.size())) {
            for (int column = 2; column < header.size(); column++) {
                if (isMeasure(header.get(column)) && !row.get(column).isEmpty()) {
                    expected.add(header.get(column).toUpperCase(Locale.ROOT) + " " + row.get(column));
                }
            }
        }
        assertThat(observations)
                .extracting(row -> row.getField("MEASURE") + " " + row.getField("OBS_VALUE"))
                .containsExactlyElementsOf(expected);
        assertThat(observations).extracting(row -> row.getField("STRUCTURE")).containsOnly("dataflow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "xlsx"})
    void theSameQuestionGivesTheSameBytes(String format) throws IOException {
        byte[] first = bytes("cross-border-records", format);
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(
                    Topics.SETTLEMENTS_POSTED,
                    List.of(DAY.later(
                            DAY.shenzhenFare("late-" + format, 200, 218),
                            DAY.day().plusDays(1))));
        }
        await().atMost(LIMIT)
                .until(() -> get("/v1/reports/cross-border-records.csv" + RANGE + "&asOf=2025-08-09")
                        .asString()
                        .contains("late-" + format));

        assertThat(bytes("cross-border-records", format)).isEqualTo(first);
    }

    @Test
    void everyFareThatCrossedIsInExactlyOneRecord() {
        List<List<String>> rows = csv("cross-border-records");

        List<List<String>> details =
                rows.stream().filter(row -> row.getFirst().equals("DETAIL")).toList();
        assertThat(details).hasSize(2_501);
        assertThat(details).extracting(row -> row.get(2)).doesNotHaveDuplicates();
        assertThat(rows)
                .filteredOn(row -> row.getFirst().startsWith("CONTROL"))
                .extracting(row -> String.join(" ", row).replaceAll(" +", " ").strip())
                .containsExactlyInAnyOrder(
                        "CONTROL RECORDS 2500 26250.00 HKD",
                        "CONTROL CELLS 2500 26250.00 HKD",
                        "CONTROL RECORDS 1 5.05 CNY",
                        "CONTROL CELLS 1 5.05 CNY");
    }

    private static boolean isMeasure(String column) {
        return column.endsWith("_amount")
                || List.of(
                                "journeys",
                                "fares",
                                "settled",
                                "declined",
                                "refunded",
                                "held_at_maximum",
                                "corrections",
                                "proposals",
                                "refunds",
                                "changes",
                                "amount")
                        .contains(column);
    }

    private static byte[] bytes(String report, String format) {
        return get("/v1/reports/" + report + "." + format + RANGE + "&asOf=2025-08-08")
                .asByteArray();
    }

    private static List<List<String>> csv(String report) {
        return CsvReader.builder()
                .ofCsvRecord(get("/v1/reports/" + report + ".csv" + RANGE + "&asOf=2025-08-08")
                        .asString())
                .stream()
                .map(record -> record.getFields())
                .toList();
    }

    private static String harmless(@Nullable Object cell) {
        String text = cell == null ? "" : cell.toString();
        return text.startsWith("=") ? "'" + text : text;
    }

    /** As a spreadsheet holds it: numbers as numbers, formulas as texts. */
    private static List<List<String>> typed(List<List<String>> csv) {
        return csv.stream()
                .map(row -> row.stream()
                        .map(cell -> cell.startsWith("'") ? cell.substring(1) : cell)
                        .map(cell -> cell.matches("-?[0-9]+(\\.[0-9]+)?")
                                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                                : cell)
                        .toList())
                .toList();
    }
}
