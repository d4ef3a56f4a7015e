package io.baytap.sandbox;

import io.baytap.sandbox.conformance.ConformanceCommand;
import io.baytap.sandbox.day.SimulateCommand;
import io.baytap.sandbox.identity.IdentityCommand;
import io.baytap.sandbox.provider.ProviderCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The sandbox as a program. */
@Command(
        name = "sandbox",
        description = "The world around the line: wallet providers, gates and riders.",
        mixinStandardHelpOptions = true,
        subcommands = {ProviderCommand.class, IdentityCommand.class, SimulateCommand.class, ConformanceCommand.class})
public final class Sandbox {

    private Sandbox() {}

    /** Runs a command with its options; {@code --help} lists them. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Sandbox()).execute(args));
    }
}
