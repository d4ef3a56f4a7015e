package io.baytap.reporting.page;

import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.neighbours.FxConversion.Board;
import io.baytap.reporting.neighbours.FxConversion.Deal;
import io.baytap.reporting.neighbours.FxConversion.Exposure;
import io.baytap.reporting.neighbours.Told;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rates, what is open between currencies, and the deals of a day. README.md lists the test ids.
 *
 * @param unrated the pairs that have no usable rate, in a sentence; null if all have one
 */
public record ExchangeView(Part board, @Nullable String unrated, Part exposures, Part deals) {

    /** What was told. */
    record Answers(Told<Board> board, Told<Exposure[]> exposures, Told<Deal[]> deals) {}

    static ExchangeView of(Shell shell, Answers told, LocalDate day, RateFreshness freshness) {
        var text = shell.messages(ExchangeMessages.class);
        return new ExchangeView(
                RateBoard.part(shell, text, told.board(), freshness),
                RateBoard.unrated(text, told.board()),
                Part.of(
                        shell,
                        told.exposures(),
                        exposures(text),
                        open -> Arrays.stream(open)
                                .map(exposure -> exposure(text, exposure))
                                .toList()),
                Part.of(
                        shell,
                        told.deals(),
                        deals(text),
                        struck -> Arrays.stream(struck)
                                .filter(deal -> BusinessDay.of(deal.struckAt()).equals(day))
                                .map(ExchangeView::deal)
                                .toList()));
    }

    private static Table exposures(ExchangeMessages text) {
        return new Table(
                "exposures",
                text.exposures(),
                List.of(text.valueDate(), text.currency(), text.limit()),
                List.of(text.open()),
                List.of(),
                List.of());
    }

    private static Row exposure(ExchangeMessages text, Exposure exposure) {
        String currency = exposure.currency().getCurrencyCode();
        String limit = exposure.limit().map(Figure::plain).orElseGet(text::noLimit);
        return new Row(
                List.of(
                        exposure.valueDate().toString(),
                        currency,
                        exposure.alarm() ? limit + " \u00b7 " + text.beyondLimit() : limit),
                List.of(Figure.money("exposure-" + exposure.valueDate() + "-" + currency, exposure.open())));
    }

    private static Table deals(ExchangeMessages text) {
        return new Table(
                "deals",
                text.deals(),
                List.of(text.pair(), text.valueDate(), text.rate()),
                List.of(text.base(), text.quote(), text.realised(), text.conversions()),
                List.of(),
                List.of());
    }

    private static Row deal(Deal deal) {
        String pair = deal.base().getCurrencyCode() + "/" + deal.quote().getCurrencyCode();
        String testId = "deal-" + pair + "-" + deal.valueDate();
        return new Row(
                List.of(pair, deal.valueDate().toString(), deal.rate().toPlainString()),
                List.of(
                        Figure.money(testId + "-base", deal.bought()),
                        Figure.money(testId + "-quote", deal.got()),
                        Figure.money(testId + "-realised", deal.realised()),
                        Figure.count(testId + "-conversions", deal.conversions())));
    }
}
