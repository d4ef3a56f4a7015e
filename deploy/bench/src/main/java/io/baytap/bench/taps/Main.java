package io.baytap.bench.taps;

import io.baytap.bench.Head;
import io.baytap.bench.Results;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program behind {@code make bench-taps}. */
@Command(
        name = "bench-taps",
        description = "Measures tap-ingest against a bare endpoint.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

    @Option(names = "--taps", defaultValue = "300000", description = "in batches, in a round (${DEFAULT-VALUE})")
    private int taps;

    @Option(names = "--single", defaultValue = "60000", description = "one by one, in a round (${DEFAULT-VALUE})")
    private int single;

    @Option(
            names = "--linger-ms",
            defaultValue = "10",
            description = "of the producers (tap-ingest's own: ${DEFAULT-VALUE})")
    private int lingerMillis;

    @Option(names = "--seconds", defaultValue = "2", description = "of an iteration over signatures (${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--jvm",
            split = " ",
            defaultValue = "-Xmx192m -Xss512k -XX:+UseSerialGC -XX:+UseCompactObjectHeaders",
            description = "options of what is measured (${DEFAULT-VALUE})")
    private List<String> jvm = List.of();

    @Mixin
    private final Results results = new Results();

    /** Exits with 0 if everything was measured and did its work. */
    public static void main(String[] arguments) {
        Results.quieten();
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path home = Results.home();
        Head head = results.head();
        var settings =
                new TapsSettings(results.rounds(), taps, single, Duration.ofMillis(lingerMillis), 1, seconds, jvm);
        TapsResult result = TapsBench.run(Results.root(home), Results.logs(home), settings);
        Results.write(home, head.fileName("-taps"), new TapsReport(head, settings, result).markdown());
        return 0;
    }
}
