package io.baytap.bench.settlement;

import io.baytap.bench.Head;
import io.baytap.bench.Measurement;
import io.baytap.bench.Series;
import io.baytap.bench.Tables;
import io.baytap.bench.settlement.SettlementResult.Round;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The result as a page of Markdown. */
record SettlementReport(Head head, SettlementSettings settings, SettlementResult result) {

    private static final double LEAST_OF_TPC_B = 10;
    private static final double LEAST_OF_CEILING = 0.5;
    private static final int LEAST_DEBITS = 500;
    private static final double LEAST_OF_PASS_THROUGH = 0.7;

    String markdown() {
        String measured = String.format(
                Locale.ROOT,
                "Rounds: %d; %,d fares. The service runs with `%s`, the database with `fsync`.",
                settings.rounds(),
                settings.fares(),
                String.join(" ", settings.jvm()));
        return String.join(
                        "\n\n",
                        head.markdown(measured),
                        "## Posting",
                        speeds(),
                        goals(),
                        processes(),
                        "## Charging",
                        chargings(),
                        "## A day's end",
                        days(),
                        "## Conversion",
                        conversions())
                + "\n";
    }

    private String speeds() {
        return Tables.speeds(
                Tables.row("**posting**, from Kafka to Kafka", "fares", all(Round::posting)),
                Tables.ceiling("TPC-B", "transactions", all(Round::tpcB), all(Round::posting)),
                Tables.ceiling(
                        "transfers over arrays, one connection",
                        "transfers",
                        all(Round::ceilingOfOne),
                        all(Round::posting)),
                Tables.ceiling(
                        "transfers over arrays, four connections",
                        "transfers",
                        all(Round::ceiling),
                        all(Round::posting)));
    }

    private String goals() {
        return Tables.goal("Posting, of TPC-B", LEAST_OF_TPC_B, all(Round::tpcB), all(Round::posting))
                + "\n\n"
                + Tables.goal(
                        "Posting, of transfers over arrays",
                        LEAST_OF_CEILING,
                        all(Round::ceiling),
                        all(Round::posting));
    }

    private String processes() {
        return Tables.processes(result.flags(), new Tables.Column("CPU µs for a fare", 1, all(Round::posting)));
    }

    private String days() {
        return "| measure | postings | seconds | least – greatest | goal |\n| --- | ---: | ---: | ---: | --- |\n"
                + day("closing, until the batches are told", Round::closing)
                + "\n"
                + day("`verify`, from the start of the process", Round::verifying);
    }

    private String day(String name, Function<Round, Measurement> measure) {
        Series seconds = Series.of(all(measure), Measurement::seconds);
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.1f | %.1f – %.1f | < 60 for 1,000,000 |",
                name,
                result.rounds().getFirst().postings(),
                seconds.median(),
                seconds.min(),
                seconds.max());
    }

    private String chargings() {
        List<Measurement> charged =
                result.chargings().stream().map(ChargingRun.Charging::charged).toList();
        return Tables.speeds(Tables.row("**charging**, sandbox and all on this machine", "debits", charged))
                + String.format(
                        Locale.ROOT,
                        "\n\nAnswered within 250 ms, as the service sees it: %s; goal 99 %%, at %d debits per second or more.",
                        result.chargings().stream()
                                .map(one -> String.format(Locale.ROOT, "%.2f %%", one.inTime() * 100))
                                .collect(Collectors.joining(", ")),
                        LEAST_DEBITS);
    }

    private String conversions() {
        List<Measurement> converted = result.conversions().stream()
                .map(ConversionRace.Conversion::converted)
                .toList();
        List<Measurement> passedOn = result.conversions().stream()
                .map(ConversionRace.Conversion::passedOn)
                .toList();
        return Tables.speeds(
                        Tables.row("**fx-conversion**", "fares", converted),
                        Tables.ceiling("each fare read and written", "fares", passedOn, converted))
                + "\n\n"
                + Tables.goal("Conversion", LEAST_OF_PASS_THROUGH, passedOn, converted);
    }

    private List<Measurement> all(Function<Round, Measurement> measure) {
        return result.rounds().stream().map(measure).toList();
    }
}
