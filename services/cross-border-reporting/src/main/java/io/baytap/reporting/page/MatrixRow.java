package io.baytap.reporting.page;

import io.baytap.reporting.domain.breaks.AgeClass;
import io.baytap.reporting.domain.breaks.BreakMatrix;
import io.baytap.reporting.domain.breaks.BreakMatrix.Cell;
import io.baytap.reporting.domain.breaks.BreakMatrix.Line;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Open breaks of a reason, an owner and a currency, by age.
 *
 * @param href their list
 * @param explanation empty for a reason without one
 */
public record MatrixRow(
        String reason, String href, String explanation, String owner, String currency, List<AgedCell> cells) {

    /** Open breaks of one age; the figures are null where there are none. */
    public record AgedCell(
            String age,
            String href,
            @Nullable Figure breaks,
            @Nullable Figure amount) {}

    static List<MatrixRow> of(ReconciliationMessages text, BreakMatrix matrix) {
        return matrix.cells().entrySet().stream()
                .map(entry -> of(text, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static MatrixRow of(ReconciliationMessages text, Line line, Map<AgeClass, Cell> ages) {
        return new MatrixRow(
                line.reason(),
                href(line, null),
                BreakWords.reason(text, line.reason()),
                BreakWords.owner(text, line.owner()),
                line.currency(),
                Arrays.stream(AgeClass.values())
                        .map(age -> cell(text, line, age, ages.get(age)))
                        .toList());
    }

    private static AgedCell cell(ReconciliationMessages text, Line line, AgeClass age, @Nullable Cell cell) {
        String title = text.days(age.title());
        if (cell == null) {
            return new AgedCell(title, "", null, null);
        }
        String testId = String.join("-", line.reason(), line.owner(), line.currency(), age.name());
        return new AgedCell(
                title,
                href(line, age),
                Figure.count("breaks-" + testId, cell.breaks()),
                Figure.money("amount-" + testId, cell.amount()));
    }

    private static String href(Line line, @Nullable AgeClass age) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("reason", line.reason());
        asked.put("owner", line.owner());
        if (age != null) {
            asked.put("age", age.name());
        }
        return Link.href(Screen.RECONCILIATION.path(), asked);
    }
}
