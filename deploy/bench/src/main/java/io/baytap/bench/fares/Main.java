package io.baytap.bench.fares;

import io.baytap.bench.Head;
import io.baytap.bench.Results;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program behind {@code make bench-fares}. */
@Command(
        name = "bench-fares",
        description = "Measures the tariffs, the engine and the topology of fare-calculation.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

    @Option(names = "--loads", defaultValue = "3", description = "of the tariffs in a round (${DEFAULT-VALUE})")
    private int loads;

    @Option(names = "--seconds", defaultValue = "2", description = "of an iteration of the engine (${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--riders", defaultValue = "100000", description = "with eight taps each (${DEFAULT-VALUE})")
    private int riders;

    @Option(
            names = "--in-memory",
            description = "measure with stores in memory, too, and how long state takes to restore")
    private boolean inMemory;

    @Option(
            names = "--jvm",
            split = " ",
            defaultValue = "-Xmx384m -Xss512k -XX:+UseSerialGC -XX:+UseCompactObjectHeaders",
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
        var settings = new FaresSettings(results.rounds(), loads, 1, seconds, riders, inMemory, jvm);
        Path feeds = Results.root(home).resolve("deploy/tariffs/target/feeds");
        FaresResult result = FaresBench.run(feeds, Results.logs(home), settings);
        Results.write(home, head.fileName("-fares"), new FaresReport(head, settings, result).markdown());
        return 0;
    }
}
