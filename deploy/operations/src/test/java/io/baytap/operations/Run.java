package io.baytap.operations;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** The command as it was run, and what it printed. */
record Run(int exitCode, List<String> lines) {

    /** Dead letters. */
    static Run of(String broker, String... arguments) {
        return of(new DeadLettersCommand(Duration.ofSeconds(2)), broker, arguments);
    }

    static Run of(Object command, String broker, String... arguments) {
        PrintStream before = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            List<String> line = new ArrayList<>(List.of("--broker", broker));
            line.addAll(List.of(arguments));
            int exit = new CommandLine(command).execute(line.toArray(String[]::new));
            return new Run(
                    exit, printed.toString(StandardCharsets.UTF_8).lines().toList());
        } finally {
            System.setOut(before);
        }
    }

    String last() {
        return lines.getLast();
    }
}
