package io.baytap.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.sandbox.day.ReplayResult;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Two replicas of every service under a day of travel. */
class DrillIT {

    private static final Layout LAYOUT = Layout.find();
    private static final DaySettings DAY = new DaySettings(LocalDate.of(2026, 4, 9), 11, 600);
    private static final int REPLICAS = 2;

    @Test
    void aDayReconcilesThoughAWalletWakesFromADeepSleepAndAReplicaOfEveryServiceIsKilledForGood() {
        var output = LAYOUT.output("drill-it");
        Screen screen = Screen.standard();
        try (Line line = Line.start(
                        LAYOUT,
                        output,
                        new StartTimes(screen),
                        LineShape.of(LAYOUT).of(LAYOUT, REPLICAS));
                var run = new DayRun(line, LAYOUT, screen, DAY);
                var sleeper = new Sleeper(line);
                var drill = new Drill(line, screen, DAY.seed())) {
            run.register();
            run.bringRates();

            ReplayResult sent = run.replay((done, total, time) -> {
                sleeper.advanced(done, total, time);
                if (sleeper.isAwake()) {
                    drill.advanced(done, total, time);
                }
            });
            run.drain();
            run.closeDay();

            BooksClosing.Result books = run.closeBooks(output);
            assertThat(run.reconcile(sent).all()).isEmpty();
            assertThat(books.differences()).isEmpty();
            assertThat(books.books().days()).containsExactly(DAY.day());
            assertThat(run.events().batches.repeats()).isZero();
            assertThat(run.events().batches.all()).isNotEmpty();
            assertThat(sleeper.pause().complete()).isTrue();
            assertThat(sleeper.pause().standstillMillis()).isPositive();
            assertThat(drill.differences()).isEmpty();
            assertThat(drill.pauses())
                    .extracting(Summary.Pause::service)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(LineService.values())
                            .map(LineService::id)
                            .toList());
            assertThat(drill.pauses())
                    .allSatisfy(pause -> assertThat(pause.standstillMillis())
                            .as(pause.replica())
                            .isPositive());
            assertThat(line.replicas().ended()).isEmpty();
        }
    }
}
