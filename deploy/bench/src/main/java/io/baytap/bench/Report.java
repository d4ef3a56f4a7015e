package io.baytap.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rounds as a page of Markdown. */
record Report(Head head, BenchSettings settings, List<RoundResult> rounds) {

    /** When, what and on what. */
    record Head(Instant at, String commit, Machine machine) {

        private static final DateTimeFormatter MINUTES =
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm'Z'").withZone(ZoneOffset.UTC);

        String fileName() {
            return MINUTES.format(at) + "-" + commit + ".md";
        }
    }

    String markdown() {
        Machine machine = head.machine();
        String title = String.format(
                Locale.ROOT,
                "# %s, commit %s\n\n%s, %d cores, %s; %s; load average before: %s. Rounds: %d, each with a day of %,d trips and %,d taps of intake.",
                Head.MINUTES.format(head.at()),
                head.commit(),
                machine.cpu(),
                machine.cores(),
                machine.memory(),
                machine.jdk(),
                machine.load(),
                rounds.size(),
                settings.trips(),
                settings.taps());
        return String.join("\n\n", title, speeds(), sizes(), processes()) + "\n";
    }

    /** One row per measure, each followed by its ceiling. */
    private String speeds() {
        var taps = all(round -> round.intake().taps());
        var records = all(round -> round.day().inRecords());
        var rows = all(round -> round.day().inRows());
        return String.join(
                "\n",
                "| measure | per second | median | least – greatest | spread | CPU µs each | of it the client | CPU of others | share of the ceiling |",
                "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
                row("**tap intake**, until acknowledged", "taps", taps, ""),
                ceiling(
                        "Kafka's producer",
                        "records",
                        all(round -> round.intake().producer()),
                        taps),
                row("**the line**, until dry", "trips", all(round -> round.day().trips()), ""),
                row("the same in records on its topics", "records", records, ""),
                ceiling("Kafka's producer", "records", all(round -> round.day().producer()), records),
                row("the same in rows of its ledger", "rows", rows, ""),
                ceiling("PostgreSQL's COPY", "rows", all(round -> round.day().copy()), rows));
    }

    private String sizes() {
        return String.format(
                Locale.ROOT,
                "A tap is a record of %.0f bytes. A trip is %.1f records of %.0f bytes and %.1f rows of the ledger.",
                median(rounds, round -> round.intake().records().averageBytes()),
                median(rounds, round -> round.day().records().records() / (double) settings.trips()),
                median(rounds, round -> round.day().records().averageBytes()),
                median(rounds, round -> round.day().rows() / (double) settings.trips()));
    }

    private String processes() {
        return "| process | CPU µs for a tap of the intake | for a trip | runs with |\n| --- | ---: | ---: | --- |\n"
                + rounds.getFirst().flags().entrySet().stream()
                        .map(process -> String.format(
                                Locale.ROOT,
                                "| %s | %,.1f | %,.0f | `%s` |",
                                process.getKey(),
                                median(
                                        all(round -> round.intake().taps()),
                                        taps -> taps.cpuMicrosPerEvent(process.getKey())),
                                median(
                                        all(round -> round.day().trips()),
                                        trips -> trips.cpuMicrosPerEvent(process.getKey())),
                                process.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    /** The share is taken round by round. */
    private static String ceiling(String name, String unit, List<Measurement> ceiling, List<Measurement> measured) {
        List<Double> shares = IntStream.range(0, ceiling.size())
                .mapToObj(
                        round -> measured.get(round).rate() / ceiling.get(round).rate())
                .toList();
        return row(
                "ceiling: " + name,
                unit,
                ceiling,
                String.format(Locale.ROOT, "%.1f %%", new Series(shares).median() * 100));
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
                median(measured, Measurement::cpuMicrosPerEvent),
                median(measured, one -> one.cpuMicrosPerEvent(Measurement.CLIENT)),
                median(measured, Measurement::othersShare) * 100,
                share);
    }

    private static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
        return Series.of(rounds, figure).median();
    }

    private List<Measurement> all(Function<RoundResult, Measurement> measure) {
        return rounds.stream().map(measure).toList();
    }
}
