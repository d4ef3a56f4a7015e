package io.baytap.bench.taps;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.bench.Head;
import io.baytap.bench.IntakeLoad.Shape;
import io.baytap.bench.Machine;
import io.baytap.bench.Measurement;
import io.baytap.bench.taps.Signatures.Cost;
import io.baytap.bench.taps.Signatures.Message;
import io.baytap.bench.taps.TapsResult.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TapsReportTest {

    private static final Head HEAD = new Head(
            Instant.parse("2026-04-09T12:34:56Z"), "abc1234", new Machine("A CPU", 2, "24 GiB", "A JDK 25", "0.10"));

    @Test
    void sharesAreTakenRoundByRoundAndSignaturesPerTap() {
        var settings = new TapsSettings(2, 1_000, 1_000, Duration.ZERO, 1, 1, List.of());
        var batches =
                new Way(Shape.BATCHES, 38_000, List.of(measured(10), measured(20)), List.of(measured(5), measured(4)));
        var known = new Way(Shape.KNOWN, 38_000, List.of(measured(8)), List.of(measured(4)));
        var single = new Way(Shape.SINGLE, 380, List.of(measured(40)), List.of(measured(10)));
        var signatures = new Signatures(
                List.of(cost("a batch of 100", Shape.BATCHES, 0.01, 100), cost("a code", null, 0.5, 60)));

        String page = new TapsReport(
                        HEAD,
                        settings,
                        new TapsResult(149, batches, known, single, signatures, Map.of("tap-ingest", "-Xmx1g")))
                .markdown();

        assertThat(page)
                .contains("In batches: 0.35 of the ceiling, spread 86 %, goal 0.6; round by round 0.50, 0.20.")
                .contains(
                        "In batches, of known riders: 0.50 of the ceiling, spread 0 %, goal 0.6; round by round 0.50.")
                .contains("One by one: 0.25 of the ceiling, spread 0 %, goal 0.7; round by round 0.25.")
                .contains("| tap-ingest | 500.0 | 500.0 | 500.0 | 500.0 | 500.0 | 500.0 | `-Xmx1g` |")
                .contains("a tap in a batch takes 31.0 µs of signatures (6 % of tap-ingest's 500.0)");
    }

    private static Cost cost(String name, @Nullable Shape of, double perTap, double micros) {
        return new Cost(SignatureBenchmark.CORRETTO, new Message(name, of, 100, perTap), micros);
    }

    private static Measurement measured(double seconds) {
        return new Measurement(1_000, seconds, Map.of("tap-ingest", 0.5), 0);
    }
}
