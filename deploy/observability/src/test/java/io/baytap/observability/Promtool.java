package io.baytap.observability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Prometheus' own tool, as {@code make promtool} brings it, or the system's. */
final class Promtool {

    private Promtool() {}

    /** Runs it in a folder; it must say that all is well. */
    static void agrees(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(program().toString()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Path program() {
        return Stream.of(
                        Path.of(System.getProperty("baytap.promtool", "/usr/bin/promtool")),
                        Watch.ROOT.resolve("target/promtool/usr/bin/promtool"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("promtool is missing: make promtool"));
    }
}
