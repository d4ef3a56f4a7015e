package io.baytap.bench.taps;

import io.baytap.bench.Head;
import io.baytap.bench.IntakeLoad.Shape;
import io.baytap.bench.Series;
import io.baytap.bench.Tables;
import io.baytap.bench.taps.TapsResult.Way;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The result as a page of Markdown. */
record TapsReport(Head head, TapsSettings settings, TapsResult result) {

    private static final double LEAST_IN_BATCHES = 0.6;
    private static final double LEAST_SINGLE = 0.7;

    String markdown() {
        String measured = String.format(
                Locale.ROOT,
                "Rounds: %d, each with %,d taps in batches and %,d one by one. A tap is a record of %d bytes; linger %d ms.",
                settings.rounds(),
                settings.batched(),
                settings.single(),
                result.recordBytes(),
                settings.linger().toMillis());
        return String.join("\n\n", head.markdown(measured), speeds(), goals(), processes(), signatures()) + "\n";
    }

    private String speeds() {
        return Tables.speeds(Stream.of(result.batches(), result.known(), result.single())
                .flatMap(way -> Stream.of(
                        Tables.row("**tap-ingest, " + name(way.shape()) + "**", "taps", way.tapIngest()),
                        Tables.ceiling("the bare endpoint, the same", "taps", way.bare(), way.tapIngest())))
                .toArray(String[]::new));
    }

    private String goals() {
        return goal("In batches", LEAST_IN_BATCHES, result.batches())
                + "\n"
                + goal("In batches, of known riders", LEAST_IN_BATCHES, result.known())
                + "\n"
                + goal("One by one", LEAST_SINGLE, result.single());
    }

    private static String goal(String name, double least, Way way) {
        return Tables.goal(name, least, way.bare(), way.tapIngest());
    }

    private String processes() {
        return Tables.processes(
                result.flags(),
                new Tables.Column(
                        "CPU µs for a tap in a batch", 1, result.batches().tapIngest()),
                new Tables.Column("the endpoint's", 1, result.batches().bare()),
                new Tables.Column("of a known rider", 1, result.known().tapIngest()),
                new Tables.Column("the endpoint's", 1, result.known().bare()),
                new Tables.Column("for a single tap", 1, result.single().tapIngest()),
                new Tables.Column("the endpoint's", 1, result.single().bare()));
    }

    private String signatures() {
        return """
                ## Verifying signatures, Ed25519, on one thread

                | provider | signed | bytes | µs each |
                | --- | --- | ---: | ---: |
                """
                + result.signatures().costs().stream()
                        .map(cost -> String.format(
                                Locale.ROOT,
                                "| %s | %s | %,d | %.1f |",
                                cost.provider(),
                                cost.signed().name(),
                                cost.signed().bytes(),
                                cost.micros()))
                        .collect(Collectors.joining("\n"))
                + "\n\n"
                + List.of(SignatureBenchmark.CORRETTO, SignatureBenchmark.JDK).stream()
                        .map(this::share)
                        .collect(Collectors.joining("\n"));
    }

    /** The code's and the request's own, against all the CPU time that tap-ingest took. */
    private String share(String provider) {
        return "With " + provider + " a tap in a batch takes " + perTap(provider, result.batches()) + ", a single one "
                + perTap(provider, result.single()) + ".";
    }

    private String perTap(String provider, Way way) {
        double micros = result.signatures().costs().stream()
                .filter(cost -> cost.provider().equals(provider))
                .filter(cost -> cost.signed().of() == null
                        || way.shape().equals(cost.signed().of()))
                .mapToDouble(cost -> cost.micros() * cost.signed().perTap())
                .sum();
        double all = Series.of(way.tapIngest(), one -> one.cpuMicrosPerEvent(TapsBench.TAP_INGEST))
                .median();
        return String.format(
                Locale.ROOT, "%.1f µs of signatures (%.0f %% of tap-ingest's %.1f)", micros, micros / all * 100, all);
    }

    static String name(Shape shape) {
        return String.format(
                Locale.ROOT,
                "%d to a request, %d at once%s",
                shape.tapsPerRequest(),
                shape.atOnce(),
                shape.riders() > 0 ? ", known riders" : "");
    }
}
