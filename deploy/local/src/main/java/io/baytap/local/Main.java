package io.baytap.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher behind {@code make demo}, {@code make up} and {@code make down}. */
@Command(
        name = "local",
        description = "The whole line on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {DemoCommand.class, UpCommand.class, DownCommand.class})
public final class Main {

    private Main() {}

    /** Exits with 0 if the command succeeded: for a day, if all of it reconciles. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr().println("failed: " + failure.getMessage());
                    failure.printStackTrace(command.getErr());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments));
    }
}
