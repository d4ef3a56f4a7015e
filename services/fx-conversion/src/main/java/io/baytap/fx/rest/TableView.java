package io.baytap.fx.rest;

import io.baytap.fx.domain.Rate;
import io.baytap.fx.rest.ProposalView.RateText;
import java.time.LocalDate;
import java.util.List;

/**
 * A publisher's table in short, for whoever has to decide on it.
 *
 * @param rates how many
 * @param from its first date
 * @param to its last date
 * @param latest the rates of that date
 */
public record TableView(String source, int rates, LocalDate from, LocalDate to, List<RateText> latest) {

    static TableView of(List<Rate> table) {
        LocalDate from =
                table.stream().map(Rate::date).min(LocalDate::compareTo).orElseThrow();
        LocalDate to = table.stream().map(Rate::date).max(LocalDate::compareTo).orElseThrow();
        return new TableView(
                table.getFirst().source(),
                table.size(),
                from,
                to,
                table.stream()
                        .filter(rate -> rate.date().equals(to))
                        .map(TableView::text)
                        .toList());
    }

    /** A rate of it in full. */
    public record Line(LocalDate date, String base, String quote, String rate) {
        static Line of(Rate rate) {
            RateText text = text(rate);
            return new Line(rate.date(), text.base(), text.quote(), text.rate());
        }
    }

    private static RateText text(Rate rate) {
        return new RateText(
                rate.base().getCurrencyCode(),
                rate.quote().getCurrencyCode(),
                rate.value().toPlainString());
    }
}
