package io.baytap.reporting.page;

import io.baytap.reporting.domain.BreakLine;
import io.baytap.reporting.domain.breaks.AgeClass;
import io.baytap.reporting.domain.breaks.BreakMatrix;
import io.baytap.reporting.domain.breaks.BreakQuestion;
import io.baytap.reporting.domain.breaks.BreakQuestion.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Breaks as the screen shows them. README.md lists the test ids.
 *
 * @param more whether there are more than the {@code max} that are listed
 */
public record ReconciliationView(
        BreakQuestion question,
        List<Tile> tiles,
        List<String> ages,
        List<MatrixRow> matrix,
        List<BreakFilter.Group> filters,
        List<BreakRow> breaks,
        boolean more,
        int max) {

    /**
     * The screen.
     *
     * @param resolved how many were resolved lately
     * @param found one more than {@code max} if there are more
     */
    static ReconciliationView of(
            Shell shell, BreakQuestion question, BreakMatrix matrix, long resolved, List<BreakLine> found, int max) {
        ReconciliationMessages text = shell.messages(ReconciliationMessages.class);
        return new ReconciliationView(
                question,
                tiles(text, matrix, resolved),
                Arrays.stream(AgeClass.values())
                        .map(age -> text.days(age.title()))
                        .toList(),
                MatrixRow.of(text, matrix),
                BreakFilter.of(question).groups(shell, matrix),
                found.stream()
                        .limit(max)
                        .map(line -> BreakRow.of(shell, line.breakId(), line, question.day()))
                        .toList(),
                found.size() > max,
                max);
    }

    private static List<Tile> tiles(ReconciliationMessages text, BreakMatrix matrix, long resolved) {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile(text.openBreaks(), Figure.count("breaks-open", matrix.breaks()), List.of()));
        tiles.add(new Tile(
                text.openFor(AgeClass.DAYS_8_AND_MORE.title()),
                Figure.count("breaks-old", matrix.breaks(AgeClass.DAYS_8_AND_MORE)),
                List.of()));
        tiles.add(new Tile(
                text.resolvedLately(BreakQuestion.RESOLVED_DAYS_MAX),
                Figure.count("breaks-resolved", resolved),
                List.of()));
        matrix.amounts()
                .forEach((currency, amount) -> tiles.add(new Tile(
                        text.openIn(currency),
                        Figure.signedMoney("open-" + currency.toLowerCase(Locale.ROOT), amount),
                        List.of())));
        return tiles;
    }

    public boolean isOpen() {
        return question.state() == State.OPEN;
    }
}
