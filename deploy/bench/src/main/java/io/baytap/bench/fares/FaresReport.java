package io.baytap.bench.fares;

import io.baytap.bench.Head;
import io.baytap.bench.Measurement;
import io.baytap.bench.Series;
import io.baytap.bench.Tables;
import io.baytap.bench.fares.FaresResult.Loading;
import io.baytap.bench.fares.StreamRace.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The result as a page of Markdown. */
record FaresReport(Head head, FaresSettings settings, FaresResult result) {

    private static final double MEBIBYTE = 1 << 20;
    private static final double LEAST = 0.8;

    String markdown() {
        String measured = String.format(
                Locale.ROOT,
                "Rounds: %d; %,d taps of %,d riders. All that is measured runs with `%s`.",
                settings.rounds(),
                settings.riders() * TravelDay.TAPS_PER_RIDER,
                settings.riders(),
                String.join(" ", settings.jvm()));
        List<String> parts = new ArrayList<>(List.of(
                head.markdown(measured), tariffs(), engine(), "## The topology", speeds(), goal(), processes()));
        if (!result.inMemory().isEmpty()) {
            parts.add(restored());
        }
        return String.join("\n\n", parts) + "\n";
    }

    private String tariffs() {
        return String.format(
                        Locale.ROOT,
                        """
                        ## The tariffs of Hong Kong

                        %d files with %,d leg rules; %d loads in each round.

                        | measure | median | least – greatest | goal |
                        | --- | ---: | ---: | ---: |
                        """,
                        result.feedSet().files(),
                        result.feedSet().rules(),
                        settings.loads())
                + String.join(
                        "\n",
                        figure("first load of a process, s", Loading::firstSeconds, "< 5"),
                        figure("last load of the process, s", Loading::laterSeconds, ""),
                        figure("heap that one load holds, MiB", load -> load.heapBytes() / MEBIBYTE, "< 150"));
    }

    private String figure(String name, ToDoubleFunction<Loading> value, String goal) {
        Series series = Series.of(result.loadings(), value);
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f – %.2f | %s |",
                name,
                series.median(),
                series.min(),
                series.max(),
                goal);
    }

    private String engine() {
        return """
                ## The engine alone, on one thread

                | one operation | per second | least – greatest | spread | µs each | goal |
                | --- | ---: | ---: | ---: | ---: | ---: |
                """ + result.perSecond().entrySet().stream().map(this::operation).collect(Collectors.joining("\n"));
    }

    private String operation(Map.Entry<String, Series> benchmark) {
        Series series = benchmark.getValue();
        String name = benchmark.getKey();
        boolean price = name.equals(Engine.PRICE);
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f – %,.0f | %.0f %% | %.2f | %s |",
                price ? "a single leg's fare" : "a rider with " + name + " taps, one tap more",
                series.median(),
                series.min(),
                series.max(),
                series.spread() * 100,
                1e6 / series.median(),
                price ? "≥ 2,000,000" : "");
    }

    private String speeds() {
        List<String> rows = new ArrayList<>(List.of(
                Tables.row("**fare-calculation's topology**", "taps", taps(result.fares())),
                Tables.ceiling(
                        "a get, a put, every second one passed on",
                        "taps",
                        taps(result.bare()),
                        taps(result.fares()))));
        if (!result.inMemory().isEmpty()) {
            rows.add(Tables.row("the topology with its stores in memory", "taps", taps(result.inMemory())));
        }
        return Tables.speeds(rows.toArray(String[]::new));
    }

    private String goal() {
        return Tables.goal("The topology", LEAST, taps(result.bare()), taps(result.fares()))
                + String.format(
                        Locale.ROOT,
                        " It published %,d fares of the taps, the bare one passed on %,d.",
                        result.fares().getFirst().published(),
                        result.bare().getFirst().published());
    }

    private String processes() {
        return Tables.processes(
                result.fares().getFirst().flags(),
                new Tables.Column("CPU µs for a tap, fare-calculation's", 1, taps(result.fares())),
                new Tables.Column("the bare one's", 1, taps(result.bare())));
    }

    private String restored() {
        return "State from the changelogs, on an empty disk: " + last(result.fares()) + "; in memory: "
                + last(result.inMemory()) + ".";
    }

    private static String last(List<Run> runs) {
        return runs.stream().map(Run::restored).collect(Collectors.joining(", "));
    }

    private static List<Measurement> taps(List<Run> runs) {
        return runs.stream().map(Run::taps).toList();
    }
}
