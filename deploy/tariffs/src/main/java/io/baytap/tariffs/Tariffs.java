package io.baytap.tariffs;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code import}: published files to tables. {@code feeds}: tables to GTFS feeds. */
@Command(
        name = "tariffs",
        mixinStandardHelpOptions = true,
        subcommands = {ImportCommand.class, FeedsCommand.class},
        description = "Published figures in, feeds for fare-calculation out.")
public final class Tariffs {

    private Tariffs() {}

    public static void main(String[] arguments) {
        int exit = commandLine().execute(arguments);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Tariffs());
    }
}
