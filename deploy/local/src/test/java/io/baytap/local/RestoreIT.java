package io.baytap.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.sandbox.day.ReplayResult;
import io.baytap.stack.EmbeddedStack;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The databases are lost while people travel, and come back from a backup. */
class RestoreIT {

    private static final Layout LAYOUT = Layout.find();
    private static final DaySettings DAY = new DaySettings(LocalDate.of(2026, 4, 9), 7, 1_500, true);

    /** What is told once more after a restore, under the ids that it had: who reads it recognises it. */
    private static final String TOLD_AGAIN = "settlements.posted, records with an id that was there before";

    @Test
    void aDayReconcilesThoughItsDatabasesAreLostRestoredToTheEndOfTheArchiveLostAgainAndRestoredToATime()
            throws Exception {
        Path output = LAYOUT.output("restore-it");
        Screen screen = Screen.standard();
        try (Line line = Line.start(
                        LAYOUT,
                        output,
                        new StartTimes(screen),
                        LineShape.of(LAYOUT).on(EmbeddedStack::startArchived));
                var run = new DayRun(line, LAYOUT, screen, DAY)) {
            run.register();
            run.bringRates();
            var drill = new RestoreDrill(line, LAYOUT, output);

            ReplayResult sent = run.replay(drill);
            run.drain();
            run.closeDay();
            BooksClosing.Result books = run.closeBooks(output);

            assertThat(drill.done()).containsExactly(RestoreDrill.Step.values());
            assertThat(drill.lostFares())
                    .as("fares that were booked after the time of the restore")
                    .isPositive();
            List<String> differences = run.reconcile(sent).all();
            assertThat(differences).allMatch(difference -> difference.startsWith(TOLD_AGAIN));
            assertThat(books.differences()).isEmpty();
            assertThat(books.books().ledger()).startsWith("sound: ");
            assertThat(new StatementCheck(line)
                            .reconcile(DAY.day(), books.books().bankClosed())
                            .differences())
                    .isEmpty();
            assertThat(new ContractCheck(line, LAYOUT, output).run().differences())
                    .isEmpty();
            new ConsoleCheck(line).compare(DAY.day());
        }
    }
}
