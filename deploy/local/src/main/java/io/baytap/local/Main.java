package io.baytap.local;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher behind {@code make demo}, {@code make up}, {@code make down} and {@code make conformance}. */
@Command(
        name = "local",
        description = "The whole line on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            UpgradeCommand.class,
            ConformanceCommand.class
        })
public final class Main {

    private Main() {}

    /** Libraries that warn about how they are used by others; kept, or it would be collected with its level. */
    private static final Logger REGISTRY_CLIENT = Logger.getLogger("io.apicurio.registry.client");

    /** Exits with 0 if the command succeeded: for a day, if all of it reconciles. */
    public static void main(String[] arguments) {
        REGISTRY_CLIENT.setLevel(Level.SEVERE);
        // Netty does without; otherwise the JVM warns of every use.
        System.setProperty("io.netty.noUnsafe", "true");
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr().println("failed: " + failure.getMessage());
                    failure.printStackTrace(command.getErr());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments));
    }
}
