package io.baytap.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When, what and on what. */
public record Head(Instant at, String commit, Machine machine) {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm'Z'").withZone(ZoneOffset.UTC);

    /** Names the report. */
    public String fileName(String ending) {
        return MINUTES.format(at) + "-" + commit + ending + ".md";
    }

    /** The report's first lines. */
    public String markdown(String measured) {
        return String.format(
                Locale.ROOT,
                "# %s, commit %s\n\n%s, %d cores, %s; %s; load average before: %s. %s",
                MINUTES.format(at),
                commit,
                machine.cpu(),
                machine.cores(),
                machine.memory(),
                machine.jdk(),
                machine.load(),
                measured);
    }
}
