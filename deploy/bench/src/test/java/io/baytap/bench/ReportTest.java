package io.baytap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.bench.TopicTally.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Head HEAD = new Head(
            Instant.parse("2026-04-09T12:34:56Z"), "abc1234", new Machine("A CPU", 2, "24 GiB", "A JDK 25", "0.10"));

    @Test
    void everyMeasureHasItsMedianSpreadCpuTimeAndShareOfItsCeiling() {
        List<RoundResult> rounds = List.of(round(10), round(25), round(20));

        String page = new Report(HEAD, new BenchSettings(3, 100, 1_000), rounds).markdown();

        assertThat(page.lines())
                .contains(
                        "# 2026-04-09T1234Z, commit abc1234",
                        "A CPU, 2 cores, 24 GiB; A JDK 25; load average before: 0.10."
                                + " Rounds: 3, each with a day of 100 trips and 1,000 taps of intake.",
                        "| **tap intake**, until acknowledged | taps | 50 | 40 – 100 | 120 % | 2,000.0 | 500.0 | 25 % |  |",
                        "| ceiling: Kafka's producer | records | 1,000 | 1,000 – 1,000 | 0 % | 2,000.0 | 500.0 | 25 % | 5.0 % |",
                        "| **the line**, until dry | trips | 5 | 4 – 10 | 120 % | 20,000.0 | 5,000.0 | 25 % |  |",
                        "| the same in records on its topics | records | 35 | 28 – 70 | 120 % | 2,857.1 | 714.3 | 25 % |  |",
                        "| ceiling: PostgreSQL's COPY | rows | 400 | 400 – 400 | 0 % | 5,000.0 | 1,250.0 | 25 % | 5.0 % |",
                        "A tap is a record of 300 bytes. A trip is 7.0 records of 200 bytes and 4.0 rows of the ledger.",
                        "| tap-ingest | 1,500.0 | 15,000 | `-Xmx192m` |");
    }

    @Test
    void theFileIsNamedAfterTimeAndCommit() {
        assertThat(HEAD.fileName("")).isEqualTo("2026-04-09T1234Z-abc1234.md");
    }

    @Test
    void theShareOfTheCeilingIsTakenRoundByRound() {
        // The medians of measure and ceiling come from different rounds: one by the other they would be a tenth.
        List<RoundResult> rounds = List.of(intake(2, 1), intake(10, 1), intake(20, 10));

        String page = new Report(HEAD, new BenchSettings(3, 100, 1_000), rounds).markdown();

        assertThat(page).containsPattern("ceiling: Kafka's producer .* 50\\.0 % \\|\n");
    }

    private static RoundResult round(double seconds) {
        return result(measured(1_000, seconds), measured(1_000, 1), measured(100, seconds));
    }

    private static RoundResult intake(double seconds, double ceilingSeconds) {
        return result(measured(1_000, seconds), measured(1_000, ceilingSeconds), measured(100, 1));
    }

    private static RoundResult result(Measurement taps, Measurement tapCeiling, Measurement trips) {
        return new RoundResult(
                new RoundResult.Day(trips, new Tally(700, 140_000), measured(700, 1), 400, measured(400, 1)),
                new RoundResult.Intake(taps, new Tally(1_000, 300_000), tapCeiling),
                Map.of("tap-ingest", "-Xmx192m"));
    }

    private static Measurement measured(long events, double seconds) {
        return new Measurement(events, seconds, Map.of("tap-ingest", 1.5, "launcher", 0.5), 0.25);
    }
}
