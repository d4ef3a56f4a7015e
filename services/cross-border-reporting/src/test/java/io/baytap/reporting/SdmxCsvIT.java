package io.baytap.reporting;

import static io.restassured.RestAssured.get;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.reporting.domain.report.Column;
import io.baytap.reporting.domain.report.ReportKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * SDMX-CSV as another program reads it, held against the CSV of the same report cell by cell, and against what the field guide of
 * SDMX-CSV 2.0 asks for.
 */
@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SdmxCsvIT {

    private static final Set<String> VALUES = Set.of("OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS");

    /** An id of a component, by SDMX: it begins with a letter. */
    private static final String ID = "[A-Za-z][A-Za-z0-9_-]*";

    /** As a period of a frequency is written; of a total, a day and a length. */
    private static final Map<String, String> TIMES = Map.of(
            "D", "\\d{4}-\\d{2}-\\d{2}",
            "M", "\\d{4}-\\d{2}",
            "Q", "\\d{4}-Q[1-4]",
            "A", "\\d{4}",
            "_Z", "2025-08-08/P1D");

    private boolean travelled;

    @BeforeEach
    void travel() {
        if (!travelled) {
            travelled = true;
            ReportedDay.travelled();
        }
    }

    @ParameterizedTest
    @EnumSource(value = ReportKind.class, mode = EnumSource.Mode.EXCLUDE, names = "CROSS_BORDER_RECORDS")
    void everyObservationIsACellOfTheCsvAndEveryMeasureAnObservation(ReportKind kind) throws Exception {
        List<Map<String, String>> read = read(kind, ReportedDay.question(kind));

        assertThat(read).containsExactlyElementsOf(expected(kind, ReportedDay.csv(kind)));
        assertThat(read).extracting(row -> row.get("LEVEL")).contains("DETAIL", "TOTAL");
    }

    @ParameterizedTest
    @EnumSource(value = ReportKind.class, mode = EnumSource.Mode.EXCLUDE, names = "CROSS_BORDER_RECORDS")
    void theFieldGuideIsKept(ReportKind kind) throws Exception {
        List<Map<String, String>> read = read(kind, ReportedDay.question(kind));

        assertThat(List.copyOf(read.getFirst().keySet()).subList(0, 3))
                .containsExactly("STRUCTURE", "STRUCTURE_ID", "ACTION");
        assertThat(read.getFirst().keySet()).allMatch(id -> id.matches(ID));
        assertThat(read).allSatisfy(row -> {
            assertThat(row).as("one for each cell").doesNotContainValue("");
            assertThat(row.get("STRUCTURE_ID")).matches("BAYTAP:[A-Z_]+\\(\\d+\\.\\d+\\)");
            assertThat(row.get("TIME_PERIOD")).matches(TIMES.getOrDefault(row.get("FREQ"), "no such frequency"));
        });
        assertThat(read)
                .extracting(row -> row.entrySet().stream()
                        .filter(cell -> !VALUES.contains(cell.getKey()))
                        .map(Map.Entry::getValue)
                        .toList())
                .as("the dimensions of an observation are its key")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"DAY, D, 2025-08-08", "MONTH, M, 2025-08", "QUARTER, Q, 2025-Q3", "YEAR, A, 2025"})
    void aPeriodIsWrittenByItsFrequency(String by, String frequency, String period) throws Exception {
        assertThat(read(ReportKind.STATEMENT, ReportedDay.RANGE + "&by=" + by))
                .filteredOn(row -> row.getOrDefault("LEVEL", "").equals("DETAIL"))
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row).containsEntry("FREQ", frequency).containsEntry("TIME_PERIOD", period));
    }

    private static List<Map<String, String>> read(ReportKind kind, String question) throws SQLException, IOException {
        return CsvTable.read(
                get("/v1/reports/" + kind.title() + ".sdmx.csv" + question).asString());
    }

    private static List<Map<String, String>> expected(ReportKind kind, List<List<String>> csv) {
        List<Map<String, String>> observations = new ArrayList<>();
        for (List<String> row : csv.subList(1, csv.size())) {
            Map<String, String> cells = IntStream.range(0, row.size())
                    .boxed()
                    .collect(toMap(index -> csv.getFirst().get(index), row::get));
            kind.columns().stream()
                    .filter(column ->
                            column.isMeasure() && !cell(cells, column.name()).isEmpty())
                    .forEach(measure -> observations.add(observation(kind, cells, measure)));
        }
        return observations;
    }

    private static Map<String, String> observation(ReportKind kind, Map<String, String> cells, Column measure) {
        boolean detail = cell(cells, "row").equals("DETAIL");
        boolean monthly = kind == ReportKind.SUBSIDIES;
        Column time = kind.columns().getFirst();
        Map<String, String> observation = new LinkedHashMap<>();
        observation.put("STRUCTURE", "dataflow");
        observation.put("STRUCTURE_ID", "BAYTAP:" + kind.name() + "(1.0)");
        observation.put("ACTION", "I");
        observation.put("FREQ", !detail ? "_Z" : monthly ? "M" : "D");
        for (Column column : kind.columns()) {
            if (!column.isMeasure() && !column.equals(time)) {
                String text = cell(cells, column.name());
                observation.put(column.name().toUpperCase(Locale.ROOT), !text.isEmpty() ? text : detail ? "_Z" : "_T");
            }
        }
        observation.put("LEVEL", cell(cells, "level").isEmpty() ? cell(cells, "row") : cell(cells, "level"));
        observation.put("MEASURE", measure.name().toUpperCase(Locale.ROOT));
        String period = cell(cells, time.name());
        observation.put("TIME_PERIOD", !detail ? "2025-08-08/P1D" : monthly ? period.substring(0, 7) : period);
        observation.put("OBS_VALUE", cell(cells, measure.name()));
        String currency = measure.currency();
        observation.put("UNIT_MEASURE", currency == null ? "PN" : cell(cells, currency));
        observation.put("OBS_STATUS", cell(cells, "row").equals("CONTROL_DIFFERS") ? "D" : "A");
        return observation;
    }

    private static String cell(Map<String, String> cells, String column) {
        return cells.getOrDefault(column, "");
    }
}
