package io.baytap.bench.reporting;

import io.baytap.bench.Head;
import io.baytap.bench.Tables;
import java.util.Locale;
import java.util.stream.Collectors;

/** The result as a page of Markdown. */
record ReportingReport(Head head, ReportingSettings settings, ReportingResult result) {

    String markdown() {
        String measured = String.format(
                Locale.ROOT,
                "Rounds: %d; %,d fares in each, and a year of %,d. The service runs with `%s`, the database with `fsync`.",
                settings.rounds(),
                settings.fares(),
                settings.yearFares(),
                String.join(" ", settings.jvm()));
        return String.join(
                        "\n\n",
                        head.markdown(measured),
                        "## Counting",
                        Tables.speeds(Tables.row(
                                "**counting**: fares, each with two taps, a price, a posting and a charge",
                                "fares",
                                result.counting())),
                        "Goal: 5,000 fares/s.",
                        Tables.processes(result.flags(), new Tables.Column("CPU µs for a fare", 1, result.counting())),
                        "## A year",
                        "Rows: "
                                + result.rows().entrySet().stream()
                                        .map(table -> String.format(
                                                Locale.ROOT, "`%s` %,d", table.getKey(), table.getValue()))
                                        .collect(Collectors.joining(", "))
                                + ".",
                        answers())
                + "\n";
    }

    private String answers() {
        return "| question | first time, s | slowest after that, s | bytes | MB/s | memory of the service so far, MiB | goal |\n"
                + "| --- | ---: | ---: | ---: | ---: | ---: | --- |\n"
                + result.answers().stream()
                        .map(answer -> String.format(
                                Locale.ROOT,
                                "| %s | %.3f | %.3f | %,d | %.1f | %d | %s |",
                                answer.question(),
                                answer.first(),
                                answer.seconds(),
                                answer.bytes(),
                                answer.bytes() / 1e6 / answer.seconds(),
                                answer.memoryMebibytes(),
                                answer.goal()))
                        .collect(Collectors.joining("\n"));
    }
}
