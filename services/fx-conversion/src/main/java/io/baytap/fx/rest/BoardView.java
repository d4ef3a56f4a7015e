package io.baytap.fx.rest;

import io.baytap.fx.domain.Board;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The board: units of {@code quote} for one {@code base}, exact decimals. */
public record BoardView(Instant at, List<Row> rows) {

    /**
     * One pair; without prices if no usable rate is known.
     *
     * @param buy a wallet in the base currency gets this much of the quote currency's fare for one unit
     * @param sell a wallet in the quote currency pays this much for one unit of a fare in the base currency
     */
    public record Row(
            String base,
            String quote,
            @Nullable String buy,
            @Nullable String mid,
            @Nullable String sell,
            @Nullable Instant inForceFrom,
            @Nullable LocalDate date,
            @Nullable String source) {}

    static BoardView of(Board board) {
        return new BoardView(
                board.at(), board.rows().stream().map(BoardView::row).toList());
    }

    private static Row row(Board.Row row) {
        String base = row.pair().base().getCurrencyCode();
        String quote = row.pair().quote().getCurrencyCode();
        Board.Prices prices = row.prices();
        if (prices == null) {
            return new Row(base, quote, null, null, null, null, null, null);
        }
        // A parity has no day of its own.
        boolean parity = prices.inForceFrom().equals(Instant.EPOCH);
        return new Row(
                base,
                quote,
                prices.buy().toPlainString(),
                prices.mid().toPlainString(),
                prices.sell().toPlainString(),
                parity ? null : prices.inForceFrom(),
                parity ? null : prices.date(),
                prices.source());
    }
}
