package io.baytap.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measurements as tables of Markdown. */
public final class Tables {

    private Tables() {}

    /**
     * CPU time per event.
     *
     * @param decimals of the figures
     */
    public record Column(String name, int decimals, List<Measurement> measured) {}

    /** One row per measure, each ceiling after what it is compared with. */
    public static String speeds(String... rows) {
        return "| measure | per second | median | least – greatest | spread | CPU µs each | of it the client | CPU of others | share of the ceiling |\n"
                + "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
                + String.join("\n", rows);
    }

    /** A measure. */
    public static String row(String name, String unit, List<Measurement> measured) {
        return row(name, unit, measured, "");
    }

    /** What a measure is compared with. */
    public static String ceiling(String name, String unit, List<Measurement> ceiling, List<Measurement> measured) {
        return row(
                "ceiling: " + name,
                unit,
                ceiling,
                String.format(Locale.ROOT, "%.1f %%", shares(ceiling, measured).median() * 100));
    }

    /** Of the ceiling, round by round. */
    public static Series shares(List<Measurement> ceiling, List<Measurement> measured) {
        return new Series(IntStream.range(0, ceiling.size())
                .mapToObj(
                        round -> measured.get(round).rate() / ceiling.get(round).rate())
                .toList());
    }

    /** The same as a line of text, beside what it should be at least. */
    public static String goal(String name, double least, List<Measurement> ceiling, List<Measurement> measured) {
        Series shares = shares(ceiling, measured);
        return String.format(
                Locale.ROOT,
                "%s: %.2f of the ceiling, spread %.0f %%, goal %.1f; round by round %s.",
                name,
                shares.median(),
                shares.spread() * 100,
                least,
                shares.values().stream()
                        .map(share -> String.format(Locale.ROOT, "%.2f", share))
                        .collect(Collectors.joining(", ")));
    }

    /** What each process needed for an event, and what decides its speed. */
    public static String processes(Map<String, String> flags, Column... columns) {
        String names = Arrays.stream(columns).map(Column::name).collect(Collectors.joining(" | "));
        String head =
                "| process | " + names + " | runs with |\n| --- |" + " ---: |".repeat(columns.length) + " --- |\n";
        return head
                + flags.entrySet().stream()
                        .map(process -> "| " + process.getKey() + " | "
                                + Arrays.stream(columns)
                                        .map(column -> cpu(column, process.getKey()))
                                        .collect(Collectors.joining(" | "))
                                + " | `" + process.getValue() + "` |")
                        .collect(Collectors.joining("\n"));
    }

    private static String cpu(Column column, String process) {
        double median = Series.of(column.measured(), one -> one.cpuMicrosPerEvent(process))
                .median();
        return String.format(Locale.ROOT, "%,." + column.decimals() + "f", median);
    }

    private static String row(String name, String unit, List<Measurement> measured, String share) {
        Series rate = Series.of(measured, Measurement::rate);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f | %,.0f – %,.0f | %.0f %% | %,.1f | %,.1f | %.0f %% | %s |",
                name,
                unit,
                rate.median(),
                rate.min(),
                rate.max(),
                rate.spread() * 100,
                Series.of(measured, Measurement::cpuMicrosPerEvent).median(),
                Series.of(measured, one -> one.cpuMicrosPerEvent(Measurement.CLIENT))
                        .median(),
                Series.of(measured, Measurement::othersShare).median() * 100,
                share);
    }
}
