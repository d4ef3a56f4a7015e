package io.baytap.reporting.page;

import io.baytap.reporting.domain.BreakLine;
import io.baytap.reporting.domain.BusinessDay;
import java.time.LocalDate;
import java.util.List;

/** One break as the screen shows it: how it stands, and every change. README.md lists the test ids. */
public record BreakStory(BreakRow standing, Figure difference, List<BreakRow> changes) {

    static BreakStory of(Shell shell, List<BreakLine> told, LocalDate day) {
        BreakLine last = told.getLast();
        return new BreakStory(
                BreakRow.of(shell, "break", last, day),
                Figure.signedMoney("difference", last.amount()),
                told.stream()
                        .map(line ->
                                BreakRow.of(shell, "revision-" + line.revision(), line, BusinessDay.of(line.toldAt())))
                        .toList());
    }
}
