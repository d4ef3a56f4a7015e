package io.baytap.local;

import io.baytap.stack.Child;
import io.baytap.stack.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs finance's contract tests against the line's own topics and registry, as a consumer would: as a program of its own. */
final class ContractCheck {

    private static final Duration RUN_MAX = Duration.ofMinutes(2);
    private static final int HEAP_MEBIBYTES = 256;

    private final Line line;
    private final Layout layout;
    private final Path log;

    /** @param output what the tests say is kept in {@code logs/} there */
    ContractCheck(Line line, Layout layout, Path output) {
        this.line = line;
        this.layout = layout;
        this.log = output.resolve("logs/contract-tests.log");
    }

    /**
     * What they came to.
     *
     * @param said their last line
     * @param differences broken promises, or why nothing was checked
     */
    record Result(String said, List<String> differences) {

        /**
         * From what they printed.
         *
         * @param ended whether with status 0
         */
        static Result of(List<String> printed, boolean ended) {
            String said = printed.isEmpty() ? "nothing was said" : printed.getLast();
            // A line that is minutes old has lost nothing yet; a promise that was left out would go unnoticed.
            boolean whole = printed.stream().noneMatch(each -> each.contains("not checked"));
            if (ended && whole && said.startsWith("holds: ")) {
                return new Result(said, List.of());
            }
            List<String> differences = new ArrayList<>(List.of(said));
            differences.addAll(printed.subList(0, Math.max(0, printed.size() - 1)));
            return new Result(said, List.copyOf(differences));
        }
    }

    Result run() {
        clearLog();
        Child tests = line.stack().warden().start(Command.of("contract-tests", program(), Map.of(), log));
        boolean ended = true;
        try {
            tests.awaitSuccess(RUN_MAX);
        } catch (IllegalStateException unsuccessful) {
            ended = false;
            tests.kill();
        }
        return Result.of(tests.tail().lines().toList(), ended);
    }

    private List<String> program() {
        List<String> program = new ArrayList<>(Line.jvm(HEAP_MEBIBYTES));
        program.addAll(List.of(
                "-jar",
                layout.contractTests().toString(),
                "--broker",
                line.stack().bootstrapServers(),
                "--registry",
                line.stack().registryUrl()));
        return program;
    }

    /** Logs are appended to: what an earlier run said must not be taken for this one's. */
    private void clearLog() {
        try {
            Files.createDirectories(log.resolveSibling("."));
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
