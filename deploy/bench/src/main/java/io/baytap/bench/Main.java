package io.baytap.bench;

import io.baytap.local.DayLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program behind {@code make bench}. */
@Command(
        name = "bench",
        description = "Measures intake and line, each against its ceiling.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

    @Option(names = "--trips", defaultValue = "10000", description = "of the measured day (${DEFAULT-VALUE})")
    private int trips;

    @Option(names = "--taps", defaultValue = "40000", description = "of the measured intake (${DEFAULT-VALUE})")
    private int taps;

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
        var settings = new BenchSettings(results.rounds(), trips, taps);
        Results.write(home, head.fileName(""), new Report(head, settings, run(home, settings)).markdown());
        return 0;
    }

    /** Measures, round by round; {@code home} is this module's folder in a clone that was built. */
    static List<RoundResult> run(Path home, BenchSettings settings) throws Exception {
        Path logs = Results.logs(home);
        List<RoundResult> results = new ArrayList<>();
        while (results.size() < settings.rounds()) {
            System.out.println("round " + (results.size() + 1) + " of " + settings.rounds());
            try (DayLine line = DayLine.start(Results.root(home), logs)) {
                results.add(new Round(line, settings).run());
            }
        }
        return results;
    }
}
