package io.baytap.sandbox.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.sandbox.gates.GateLink;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Plan PLAN =
            Simulator.prepare(LocalDate.of(2026, 4, 9), 1, 300, Path.of("../tariffs/published"));

    @Test
    void everyTapIsJudgedAsTheSimulatorExpects() throws Exception {
        var done = new AtomicLong();
        try (var intake = new StrictIntake(PLAN, 0)) {

            ReplayResult result = PLAN.replay(intake.url(), (taps, _, _) -> done.accumulateAndGet(taps, Math::max));

            assertThat(result.differences(PLAN.expected().taps())).isEmpty();
            assertThat(result.resentDuplicate())
                    .isEqualTo(PLAN.expected().taps().resent());
            assertThat(result.retries()).isZero();
            assertThat(done).hasValue(PLAN.taps());
        }
    }

    @Test
    void aTapWhoseAnswerWasLostCountsOnce() throws Exception {
        try (var intake = new StrictIntake(PLAN, 20)) {

            ReplayResult result = PLAN.replay(intake.url(), (_, _, _) -> {});

            assertThat(result.differences(PLAN.expected().taps())).isEmpty();
            assertThat(result.retries()).isGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void gatesThatReachNobodyGiveUpAtTheDeadline() throws Exception {
        var link = new GateLink(URI.create("http://127.0.0.1:1"), 1);
        var replay = new Replay(link, (_, _, _) -> {}, new ReplaySettings(64, Duration.ofMillis(300)));

        ReplayResult result = replay.run(PLAN.batches());

        assertThat(result.unanswered()).isEqualTo(PLAN.taps());
        assertThat(result.differences(PLAN.expected().taps())).isNotEmpty();
    }
}
