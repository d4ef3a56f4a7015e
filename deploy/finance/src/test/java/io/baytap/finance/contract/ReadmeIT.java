package io.baytap.finance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Topics;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.baytap.stack.Records;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README, as they stand there, in a shell: kcat, curl, xxd and avro-tools, and the packaged example. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeIT {

    private static final Path MODULE = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    private final EmbeddedStack stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY));

    @BeforeAll
    void aDay() {
        stack.setUpTopics();
        try (var records = new Records(stack.bootstrapServers(), stack.registryUrl())) {
            records.produce(Topics.SETTLEMENTS_POSTED, List.of(Events.posted(), Events.postedCorrection()));
            records.produce(Topics.SETTLEMENTS_BATCHES, List.of(Events.batch()));
        }
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void kcatListsTheBatchesAndAvroToolsSaysWhatIsInOne() throws Exception {
        String listed = shell(folder, block("%k partition %p"));
        Matcher line =
                Pattern.compile("MTR partition (\\d) offset 0, \\d+ bytes\n").matcher(listed);
        assertThat(line.matches()).as(listed).isTrue();
        Files.copy(MODULE.resolve("target/tools/avro-tools-1.12.1.jar"), folder.resolve("avro-tools-1.12.1.jar"));

        String said = shell(folder, block("fragtojson").replace("-p 0", "-p " + line.group(1)));

        // 2026-04-09T01:30Z in microseconds, and 2026-04-09 in days.
        assertThat(said)
                .contains("\"eventId\" : \"batch:MTR:HKD:2026-04-09\"")
                .contains("\"occurredAt\" : 1775698200000000")
                .contains("\"businessDay\" : 20552")
                .contains("\"amountMinor\" : 600");
    }

    @Test
    void theExampleRunsFromItsJar() throws Exception {
        assertThat(shell(MODULE.resolve("../.."), block("OperatorTotals $BROKER")))
                .isEqualTo("MTR\t2026-04-09\tHKD\t600\n");
    }

    /** The block of commands of which that is a part. */
    private static String block(String part) throws IOException {
        String readme = Files.readString(MODULE.resolve("README.md"));
        return Pattern.compile("```\n(.*?)\n```", Pattern.DOTALL)
                .matcher(readme)
                .results()
                .map(found -> found.group(1))
                .filter(commands -> commands.contains(part))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the README has no commands with " + part));
    }

    private String shell(Path directory, String commands) throws IOException, InterruptedException {
        // The JVM that runs this test, wherever it was found; avro-tools and the example are quick enough on one
        // compiler.
        Path java = Path.of(System.getProperty("java.home"), "bin");
        var builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands).directory(directory.toFile());
        builder.environment().put("BROKER", stack.bootstrapServers());
        builder.environment().put("REGISTRY", stack.registryUrl());
        builder.environment().merge("PATH", java.toString(), (path, own) -> own + ":" + path);
        Path errors = folder.resolve("errors");
        Process process = builder.redirectError(errors.toFile()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return said;
    }
}
