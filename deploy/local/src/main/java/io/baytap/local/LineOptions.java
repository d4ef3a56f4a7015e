package io.baytap.local;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of the commands that start a line. */
final class LineOptions {

    private static final int REPLICAS_MAX = 9;

    @Option(names = "--replicas", defaultValue = "1", description = "of each service (${DEFAULT-VALUE})")
    private int replicas;

    @Option(names = "--kill", description = "kill a replica of each service in the middle of the day, for good")
    private boolean kill;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /** By the seed is decided who is killed. */
    LineSettings settings(Layout layout, DaySettings day) {
        if (replicas < 1 || replicas > REPLICAS_MAX) {
            throw wrong("--replicas is " + replicas + " and has to be 1 to " + REPLICAS_MAX);
        }
        if (kill && replicas < 2) {
            throw wrong("--kill needs --replicas 2 or more: somebody has to go on");
        }
        return new LineSettings(
                LineShape.of(layout).of(layout, replicas),
                (line, screen) -> kill ? new Drill(line, screen, day.seed()) : new Ordeal.None());
    }

    /** For another process of this program. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--replicas", Integer.toString(replicas)));
        if (kill) {
            arguments.add("--kill");
        }
        return arguments;
    }

    private ParameterException wrong(String what) {
        return new ParameterException(command.commandLine(), what);
    }
}
