package io.baytap.bench.reporting;

import io.baytap.bench.Head;
import io.baytap.bench.Results;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program behind {@code make bench-reporting}. */
@Command(
        name = "bench-reporting",
        description = "Measures how fast fares are counted, and how soon a year of them is reported.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

    @Option(names = "--fares", defaultValue = "200000", description = "in a round (${DEFAULT-VALUE})")
    private long fares;

    @Option(names = "--year-fares", defaultValue = "10000000", description = "of the generated year (${DEFAULT-VALUE})")
    private long yearFares;

    @Option(names = "--traced-days", defaultValue = "92", description = "whose events are kept (${DEFAULT-VALUE})")
    private int tracedDays;

    @Option(
            names = "--jvm",
            split = " ",
            defaultValue = "-Xmx160m -Xss512k -XX:+UseSerialGC -XX:+UseCompactObjectHeaders",
            description = "options of the service (${DEFAULT-VALUE})")
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
        var settings = new ReportingSettings(results.rounds(), fares, yearFares, tracedDays, jvm);
        ReportingResult result = ReportingBench.run(Results.root(home), Results.logs(home), settings);
        Results.write(home, head.fileName("-reporting"), new ReportingReport(head, settings, result).markdown());
        return 0;
    }
}
