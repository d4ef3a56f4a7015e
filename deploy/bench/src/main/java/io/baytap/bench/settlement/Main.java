package io.baytap.bench.settlement;

import io.baytap.bench.Head;
import io.baytap.bench.Results;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program behind {@code make bench-settlement}. */
@Command(
        name = "bench-settlement",
        description = "Measures posting, closing and verifying beside what the database can do.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

    @Option(names = "--fares", defaultValue = "300000", description = "in a round (${DEFAULT-VALUE})")
    private long fares;

    @Option(names = "--transactions", defaultValue = "10000", description = "of TPC-B in a round (${DEFAULT-VALUE})")
    private int transactions;

    @Option(names = "--charges", defaultValue = "40000", description = "of the sandbox in a round (${DEFAULT-VALUE})")
    private long charges;

    @Option(
            names = "--jvm",
            split = " ",
            defaultValue = "-Xmx256m -Xss512k -XX:+UseSerialGC -XX:+UseCompactObjectHeaders",
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
        var settings = new SettlementSettings(results.rounds(), fares, transactions, charges, jvm);
        SettlementResult result = SettlementBench.run(Results.root(home), Results.logs(home), settings);
        Results.write(home, head.fileName("-settlement"), new SettlementReport(head, settings, result).markdown());
        return 0;
    }
}
