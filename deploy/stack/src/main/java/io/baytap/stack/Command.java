package io.baytap.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program to start under a {@link Warden}.
 *
 * @param name what it is called in messages; also the directory it works in, below the warden's
 * @param line the program and its arguments
 * @param environment added to this process's own
 * @param log where its output goes, appended; may lie outside the warden's directory to be kept
 * @param endSignal how the guard ends it if the launcher is gone: KILL, or a signal that a program with children of its own wants
 */
public record Command(String name, List<String> line, Map<String, String> environment, Path log, String endSignal) {

    public Command {
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
    }

    /** A program that the guard may simply kill. */
    public static Command of(String name, List<String> line, Map<String, String> environment, Path log) {
        return new Command(name, line, environment, log, "KILL");
    }

    Command endedBy(String signal) {
        return new Command(name, line, environment, log, signal);
    }

    /** The Java virtual machine that runs this program. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
