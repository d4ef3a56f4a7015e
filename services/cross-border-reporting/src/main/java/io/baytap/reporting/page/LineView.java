package io.baytap.reporting.page;

import io.baytap.reporting.domain.DayReport;
import io.baytap.reporting.domain.TapVerdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A day's taps as the screen shows them, and how far the line has been counted. README.md lists the test ids. */
public record LineView(
        DayPicker picker,
        List<Tile> tiles,
        Table hours,
        Table operators,
        Table rejections,
        Part owing,
        LiveParts live) {

    @SuppressWarnings("TooManyParameters") // all that the screen shows
    static LineView of(
            Shell shell,
            DayPicker picker,
            DayReport report,
            Optional<Freshness> freshness,
            Part owing,
            LiveParts live) {
        ConsoleMessages text = shell.messages(ConsoleMessages.class);
        LineMessages line = shell.messages(LineMessages.class);
        return new LineView(
                picker,
                Stream.of(
                                Stream.of(
                                        taps(text.accepted(), "taps-accepted", report, TapVerdict.ACCEPTED),
                                        taps(text.late(), "taps-late", report, TapVerdict.LATE),
                                        taps(text.rejected(), "taps-rejected", report, TapVerdict.REJECTED)),
                                freshness.map(fresh -> newest(line, fresh)).stream(),
                                live.tiles().stream())
                        .flatMap(tiles -> tiles)
                        .toList(),
                TapTables.byHour(text, report),
                TapTables.byOperator(text, line.tapsByOperator(), report),
                TapTables.rejections(text, report),
                owing,
                live);
    }

    private static Tile taps(String title, String testId, DayReport report, TapVerdict verdict) {
        return new Tile(title, Figure.count(testId, report.taps(verdict)), List.of());
    }

    private static Tile newest(LineMessages line, Freshness fresh) {
        return new Tile(line.newestFare(), fresh.moment(), List.of(new Tile.Note(line.age(), fresh.ago())));
    }
}
