package io.baytap.reporting.page;

import io.baytap.reporting.neighbours.FxConversion.Board;
import io.baytap.reporting.neighbours.FxConversion.Quotation;
import io.baytap.reporting.neighbours.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The board of rates as a table. */
final class RateBoard {

    private RateBoard() {}

    static Part part(Shell shell, ExchangeMessages text, Told<Board> told, RateFreshness freshness) {
        String at = told instanceof Told.Known<Board>(Board board) ? Moments.minute(board.at()) : "";
        Table frame = new Table(
                "board",
                text.board(at),
                List.of(text.pair(), text.source(), text.inForce()),
                List.of(text.buy(), text.mid(), text.sell(), text.age()),
                List.of(),
                List.of());
        return Part.of(
                shell,
                told,
                frame,
                board -> board.rows().stream()
                        .filter(row -> row.mid() != null)
                        .map(row -> row(text, row, board.at(), freshness))
                        .toList());
    }

    static @Nullable String unrated(ExchangeMessages text, Told<Board> told) {
        if (!(told instanceof Told.Known<Board>(Board board))) {
            return null;
        }
        String pairs = board.rows().stream()
                .filter(row -> row.mid() == null)
                .map(Quotation::pair)
                .collect(Collectors.joining(", "));
        return pairs.isEmpty() ? null : text.unrated(pairs);
    }

    private static Row row(ExchangeMessages text, Quotation row, Instant at, RateFreshness freshness) {
        String testId = "rate-" + row.pair();
        Instant published = row.inForceFrom();
        String since = published == null ? text.always() : Moments.minute(published);
        boolean stale = published != null && freshness.isStale(published, at);
        return new Row(
                List.of(
                        row.pair(),
                        row.source() == null ? "" : row.source(),
                        stale ? since + " \u00b7 " + text.stale() : since),
                List.of(
                        Figure.rate(testId + "-buy", Quotation.millionths(row.buy())),
                        Figure.rate(testId + "-mid", Quotation.millionths(row.mid())),
                        Figure.rate(testId + "-sell", Quotation.millionths(row.sell())),
                        Figure.age(
                                testId + "-age", published == null ? Duration.ZERO : Duration.between(published, at))));
    }
}
