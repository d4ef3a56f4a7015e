package io.baytap.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The rounds as a page of Markdown. */
record Report(Head head, BenchSettings settings, List<RoundResult> rounds) {

    String markdown() {
        String measured = String.format(
                Locale.ROOT,
                "Rounds: %d, each with a day of %,d trips and %,d taps of intake.",
                rounds.size(),
                settings.trips(),
                settings.taps());
        return String.join("\n\n", head.markdown(measured), speeds(), sizes(), processes()) + "\n";
    }

    private String speeds() {
        var taps = all(round -> round.intake().taps());
        var producer = all(round -> round.intake().producer());
        var records = all(round -> round.day().inRecords());
        var rows = all(round -> round.day().inRows());
        return Tables.speeds(
                Tables.row("**tap intake**, until acknowledged", "taps", taps),
                Tables.ceiling("Kafka's producer", "records", producer, taps),
                Tables.row(
                        "**the line**, until dry",
                        "trips",
                        all(round -> round.day().trips())),
                Tables.row("the same in records on its topics", "records", records),
                Tables.ceiling(
                        "Kafka's producer", "records", all(round -> round.day().producer()), records),
                Tables.row("the same in rows of its ledger", "rows", rows),
                Tables.ceiling(
                        "PostgreSQL's COPY", "rows", all(round -> round.day().copy()), rows));
    }

    private String sizes() {
        return String.format(
                Locale.ROOT,
                "A tap is a record of %.0f bytes. A trip is %.1f records of %.0f bytes and %.1f rows of the ledger.",
                median(round -> round.intake().records().averageBytes()),
                median(round -> round.day().records().records() / (double) settings.trips()),
                median(round -> round.day().records().averageBytes()),
                median(round -> round.day().rows() / (double) settings.trips()));
    }

    private String processes() {
        return Tables.processes(
                rounds.getFirst().flags(),
                new Tables.Column(
                        "CPU µs for a tap of the intake",
                        1,
                        all(round -> round.intake().taps())),
                new Tables.Column("for a trip", 0, all(round -> round.day().trips())));
    }

    private double median(ToDoubleFunction<RoundResult> figure) {
        return Series.of(rounds, figure).median();
    }

    private List<Measurement> all(Function<RoundResult, Measurement> measure) {
        return rounds.stream().map(measure).toList();
    }
}
