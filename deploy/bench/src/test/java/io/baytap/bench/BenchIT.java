package io.baytap.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tiny round on the whole line, for what it does and leaves, not for its figures. */
class BenchIT {

    @Test
    void aRoundMeasuresEverythingAndLeavesNoProcessAndNoFile() throws Exception {
        var settings = new BenchSettings(1, 60, 250);

        List<RoundResult> rounds = Main.run(Path.of("").toAbsolutePath(), settings);

        assertThat(rounds).singleElement().satisfies(round -> {
            assertThat(List.of(
                            round.intake().taps(),
                            round.intake().producer(),
                            round.day().trips(),
                            round.day().producer(),
                            round.day().copy()))
                    .allSatisfy(measured -> assertThat(measured.rate()).isPositive());
            assertThat(round.intake().taps().events()).isEqualTo(250);
            assertThat(round.day().copy().events())
                    .isEqualTo(round.day().rows())
                    .isPositive();
            assertThat(round.flags()).containsKeys("kafka", "postgres", "tap-ingest", "wallet-settlement");
        });
        await().until(() -> ProcessHandle.current().descendants().findAny().isEmpty());
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            String ours = "baytap-" + ProcessHandle.current().pid() + "-";
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith(ours));
        }
    }
}
