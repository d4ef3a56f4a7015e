package io.baytap.bench;

import io.baytap.local.DayLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program behind {@code make bench}. */
@Command(
        name = "bench",
        description = "Measures intake and line, each against its ceiling.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

    /** It warns about how others use it; kept, or it would be collected with its level. */
    private static final Logger REGISTRY_CLIENT = Logger.getLogger("io.apicurio.registry.client");

    @Option(names = "--rounds", defaultValue = "3", description = "each measures everything once (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--trips", defaultValue = "10000", description = "of the measured day (${DEFAULT-VALUE})")
    private int trips;

    @Option(names = "--taps", defaultValue = "40000", description = "of the measured intake (${DEFAULT-VALUE})")
    private int taps;

    @Option(names = "--commit", defaultValue = "unknown", description = "what is measured, for the report")
    private String commit = "";

    @Option(names = "--at", description = "when, for the report: 2026-04-09T12:00:00Z (now)")
    private @Nullable Instant at;

    /** Exits with 0 if everything was measured and did its work. */
    public static void main(String[] arguments) {
        REGISTRY_CLIENT.setLevel(Level.SEVERE);
        // Netty does without; otherwise the JVM warns of every use.
        System.setProperty("io.netty.noUnsafe", "true");
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path home = Path.of(Main.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("../..")
                .normalize();
        var head = new Report.Head(at == null ? Instant.now() : at, commit, Machine.read());
        var settings = new BenchSettings(rounds, trips, taps);
        String report = new Report(head, settings, run(home, settings)).markdown();
        Path file = Files.createDirectories(home.resolve("results")).resolve(head.fileName());
        Files.writeString(file, report);
        System.out.println("\n" + report + "\nwritten to " + root(home).relativize(file));
        return 0;
    }

    /** Measures, round by round; {@code home} is this module's folder in a clone that was built. */
    static List<RoundResult> run(Path home, BenchSettings settings) throws Exception {
        Path logs = Files.createDirectories(home.resolve("target/logs"));
        List<RoundResult> results = new ArrayList<>();
        while (results.size() < settings.rounds()) {
            System.out.println("round " + (results.size() + 1) + " of " + settings.rounds());
            try (DayLine line = DayLine.start(root(home), logs)) {
                results.add(new Round(line, settings).run());
            }
        }
        return results;
    }

    private static Path root(Path home) {
        return home.resolve("../..").normalize();
    }
}
