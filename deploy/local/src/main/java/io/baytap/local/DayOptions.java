package io.baytap.local;

import java.time.LocalDate;
import picocli.CommandLine.Option;

/** Options of the commands that replay a day. */
final class DayOptions {

    @Option(names = "--trips", defaultValue = "20000", description = "journeys begun (${DEFAULT-VALUE})")
    private int trips;

    @Option(names = "--seed", defaultValue = "1", description = "same seed, same day (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--day", defaultValue = "2026-04-09", description = "date in Hong Kong (${DEFAULT-VALUE})")
    private LocalDate day = LocalDate.EPOCH;

    DaySettings settings() {
        return new DaySettings(day, seed, trips);
    }

    /** For another process of this program. */
    String[] arguments() {
        return new String[] {"--trips", Integer.toString(trips), "--seed", Long.toString(seed), "--day", day.toString()
        };
    }
}
