package io.baytap.reporting;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.reporting.domain.report.ReportKind;
import io.baytap.schemas.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same figures in every format, cell by cell. */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormatsIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final TravelDay DAY = ReportedDay.DAY;

    private boolean travelled;

    /** Once; but not before all: REST Assured does not know the port yet. */
    @BeforeEach
    void travel() {
        if (!travelled) {
            travelled = true;
            ReportedDay.travelled();
        }
    }

    @ParameterizedTest
    @EnumSource(ReportKind.class)
    void everyFormatHoldsTheSameCells(ReportKind kind) throws IOException {
        List<List<String>> csv = ReportedDay.csv(kind);
        assertThat(csv).extracting(List::getFirst).contains("DETAIL", "TOTAL");
        List<String> header = csv.getFirst();

        List<Map<String, Object>> json = get("/v1/reports/" + kind.title() + ".json" + ReportedDay.question(kind))
                .jsonPath()
                .getList("rows");
        assertThat(json).hasSize(csv.size() - 1);
        for (int row = 0; row < json.size(); row++) {
            for (int column = 0; column < header.size(); column++) {
                Object cell = json.get(row).get(header.get(column));
                assertThat(harmless(cell)).isEqualTo(csv.get(row + 1).get(column));
            }
        }
        assertThat(XlsxCells.read(bytes(kind, "xlsx"))).isEqualTo(typed(csv));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "xlsx"})
    void theSameQuestionGivesTheSameBytes(String format) throws IOException {
        byte[] first = bytes(ReportKind.CROSS_BORDER_RECORDS, format);
        try (Line line = new Line(ReportingStack.stack())) {
            line.send(
                    Topics.SETTLEMENTS_POSTED,
                    List.of(DAY.later(
                            DAY.shenzhenFare("late-" + format, 200, 218),
                            DAY.day().plusDays(1))));
        }
        await().atMost(LIMIT)
                .until(() -> get("/v1/reports/cross-border-records.csv" + ReportedDay.RANGE + "&asOf=2025-08-09")
                        .asString()
                        .contains("late-" + format));

        assertThat(bytes(ReportKind.CROSS_BORDER_RECORDS, format)).isEqualTo(first);
    }

    @Test
    void everyFareThatCrossedIsInExactlyOneRecord() {
        List<List<String>> rows = ReportedDay.csv(ReportKind.CROSS_BORDER_RECORDS);

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

    private static byte[] bytes(ReportKind kind, String format) {
        return get("/v1/reports/" + kind.title() + "." + format + ReportedDay.question(kind))
                .asByteArray();
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
