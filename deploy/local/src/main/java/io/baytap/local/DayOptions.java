package io.baytap.local;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of the commands that replay a day. */
final class DayOptions {

    @Option(names = "--trips", defaultValue = "20000", description = "journeys begun (${DEFAULT-VALUE})")
    private int trips;

    @Option(names = "--seed", defaultValue = "1", description = "same seed, same day (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--day", defaultValue = "2026-04-09", description = "date in Hong Kong (${DEFAULT-VALUE})")
    private LocalDate day = LocalDate.EPOCH;

    @Option(names = "--faults", description = "what goes wrong besides: ${COMPLETION-CANDIDATES}")
    private List<Fault> faults = List.of();

    /** What a day can be spoilt with. */
    enum Fault {
        /** Providers' statements and payouts have errors. */
        statements
    }

    DaySettings settings() {
        return new DaySettings(day, seed, trips, faults.contains(Fault.statements));
    }

    /** For another process of this program. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(
                List.of("--trips", Integer.toString(trips), "--seed", Long.toString(seed), "--day", day.toString()));
        faults.forEach(fault -> arguments.addAll(List.of("--faults", fault.name())));
        return arguments;
    }
}
