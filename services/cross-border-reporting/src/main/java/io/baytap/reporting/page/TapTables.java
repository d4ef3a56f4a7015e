package io.baytap.reporting.page;

import io.baytap.reporting.domain.DayReport;
import io.baytap.reporting.domain.TapVerdict;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Taps of a day as tables. */
final class TapTables {

    private static final int HOURS = 24;

    private TapTables() {}

    static Table byHour(ConsoleMessages text, DayReport report) {
        return new Table(
                "hours",
                text.tapsByHour(),
                List.of(text.hour()),
                verdicts(text),
                IntStream.range(0, HOURS)
                        .mapToObj(hour -> row("%02d".formatted(hour), "hour", verdict -> report.taps(verdict, hour)))
                        .toList(),
                List.of());
    }

    static Table byOperator(ConsoleMessages text, String caption, DayReport report) {
        return new Table(
                "tapped-operators",
                caption,
                List.of(text.operator()),
                verdicts(text),
                report.tappedOperators().stream()
                        .map(operatorId -> row(operatorId, "taps", verdict -> report.taps(verdict, operatorId)))
                        .toList(),
                List.of());
    }

    static Table rejections(ConsoleMessages text, DayReport report) {
        return new Table(
                "rejections",
                text.rejectedTaps(),
                List.of(text.reason()),
                List.of(text.taps()),
                report.rejections().entrySet().stream()
                        .map(entry -> new Row(
                                List.of(entry.getKey()),
                                List.of(Figure.count("rejected-" + entry.getKey(), entry.getValue()))))
                        .toList(),
                List.of());
    }

    private static List<String> verdicts(ConsoleMessages text) {
        return List.of(text.accepted(), text.late(), text.rejected());
    }

    private static Row row(String head, String testId, ToLongFunction<TapVerdict> taps) {
        return new Row(
                List.of(head),
                Stream.of(TapVerdict.ACCEPTED, TapVerdict.LATE, TapVerdict.REJECTED)
                        .map(verdict -> Figure.count(
                                testId + "-" + head + "-" + verdict.name().toLowerCase(Locale.ROOT),
                                taps.applyAsLong(verdict)))
                        .toList());
    }
}
