package io.baytap.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds, each from nothing and in a directory of its own. */
class ReproducibleIT {

    private static final Path CLONE = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void theSameCommitGivesTheSameDigests(@TempDir Path one, @TempDir Path other) throws Exception {
        Map<String, String> first = build(one);

        Map<String, String> second = build(other.resolve("elsewhere"));

        assertThat(first).hasSize(Images.SERVICES.size());
        assertThat(second).isEqualTo(first);
    }

    private static Map<String, String> build(Path output) throws Exception {
        Release release = new Release("0.1.0", "commit", Instant.parse("2026-01-01T00:00:00Z"));
        return new Images(CLONE, release, output)
                .make(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }
}
