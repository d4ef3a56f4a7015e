package io.baytap.local;

import static io.baytap.local.LineService.CROSS_BORDER_REPORTING;
import static io.baytap.local.LineService.FARE_CALCULATION;
import static io.baytap.local.LineService.FX_CONVERSION;
import static io.baytap.local.LineService.TAP_INGEST;
import static io.baytap.local.LineService.WALLET_SETTLEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.local.console.ConsoleWalk;
import io.baytap.sandbox.day.ReplayResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole line, in processes of its own, under a day of travel. */
class LineIT {

    private static final Layout LAYOUT = Layout.find();
    private static final DaySettings DAY = new DaySettings(LocalDate.of(2026, 4, 9), 7, 1_500, true);
    private static final List<LineService> TARGETS =
            List.of(WALLET_SETTLEMENT, FX_CONVERSION, FARE_CALCULATION, CROSS_BORDER_REPORTING, TAP_INGEST);

    @Test
    void aDayReconcilesThoughEveryServiceIsKilledInMidStreamAndTheConsoleShowsIt() throws Exception {
        Path output = LAYOUT.output("line-it");
        Screen screen = Screen.standard();
        var times = new StartTimes(screen);
        try (Line line = Line.start(LAYOUT, output, times);
                var supervisor = new Supervisor(line, screen);
                var memory = new MemoryWatch(line::processes);
                var run = new DayRun(line, LAYOUT, screen, DAY)) {
            run.register();
            run.bringRates();

            ReplayResult sent = run.replay(new Strikes(line, TARGETS));
            line.kill(WALLET_SETTLEMENT);
            run.drain();
            run.closeDay();

            BooksClosing.Result books = run.closeBooks(output);
            List<String> differences = run.reconcile(sent).all();
            assertThat(differences).isEmpty();
            assertThat(books.differences()).isEmpty();
            assertThat(books.books().days()).containsExactly(DAY.day());
            assertThat(books.books().transfers()).isPositive();
            assertThat(books.books().ledger()).startsWith("sound: ");
            StatementCheck.Result statements =
                    new StatementCheck(line).reconcile(DAY.day(), books.books().bankClosed());
            assertThat(statements.differences()).isEmpty();
            assertThat(statements.statements().openExpected()).isNotEmpty();
            ContractCheck.Result contract = new ContractCheck(line, LAYOUT, output).run();
            assertThat(contract.differences()).isEmpty();
            PrivacyCheck.Result privacy = new PrivacyCheck(line, run, output).run();
            assertThat(privacy.differences()).isEmpty();
            assertThat(supervisor.restarts()).isEqualTo(TARGETS.size() + 1);
            var pace = new Summary.Pace(times.total(), times.seconds(), 0, 0, 0);
            var peaks = new Summary.Memory(memory.totalPeakMebibytes(), memory.peakMebibytes());
            Summary summary = new SummaryMaker(
                            run, books.books(), statements.statements(), contract.said(), privacy.said())
                    .make(DAY, sent, differences, List.of(), pace, peaks, line.url(CROSS_BORDER_REPORTING) + "/");
            new ConsoleCheck(line).compare(DAY.day());
            new ConsoleWalk(summary, LAYOUT.published(), output.resolve("console")).walk();
        }
    }
}
