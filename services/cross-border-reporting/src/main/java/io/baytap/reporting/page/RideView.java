package io.baytap.reporting.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import io.baytap.reporting.domain.trace.Ride;
import io.baytap.reporting.domain.trace.Step;
import io.baytap.schemas.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ride on one screen: what it comes to in both currencies, then step by step.
 *
 * @param rider null if nothing that is kept names one
 */
public record RideView(
        String journeyId, @Nullable String rider, @Nullable String riderHref, List<Tile> tiles, List<Entry> entries) {

    static RideView of(Shell shell, Ride ride) {
        TraceMessages text = shell.messages(TraceMessages.class);
        var entries = new StepEntries(text);
        List<Entry> shown = new ArrayList<>();
        for (Step step : ride.steps()) {
            shown.add(entries.entry(step, shown.size()));
        }
        String rider = ride.steps().stream()
                .map(RideView::rider)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new RideView(
                ride.journeyId(), rider, rider == null ? null : StepEntries.search(rider), tiles(text, ride), shown);
    }

    private static @Nullable String rider(Step step) {
        return switch (step) {
            case Step.Tapped tap -> tap.riderId();
            case Step.Priced fare -> fare.riderId();
            case Step.Posted posted -> posted.riderId();
            case Step.Refused _, Step.Charged _, Step.WrittenOff _, Step.Closed _, Step.Broken _ -> null;
        };
    }

    /** What the operator is owed, what the wallet owes, and what was taken from it. */
    private static List<Tile> tiles(TraceMessages text, Ride ride) {
        List<Step.Posted> posted = only(Step.Posted.class, ride);
        List<Tile> tiles = new ArrayList<>();
        sums(posted.stream().map(Step.Posted::fare))
                .forEach((currency, sum) -> tiles.add(tile(text.owed(), "ride-owed-" + currency, sum)));
        sums(posted.stream().map(Step.Posted::debit))
                .forEach((currency, sum) -> tiles.add(tile(text.debit(), "ride-debit-" + currency, sum)));
        sums(only(Step.Charged.class, ride).stream().map(RideView::taken))
                .forEach((currency, sum) -> tiles.add(tile(text.settled(), "ride-taken-" + currency, sum)));
        return tiles;
    }

    private static Money taken(Step.Charged charged) {
        Money none = Money.zero(charged.amount().currency());
        return switch (charged.outcome()) {
            case SETTLED -> charged.amount();
            case DECLINED -> none;
            case REFUNDED -> none.minus(charged.amount());
        };
    }

    private static Map<String, Money> sums(Stream<Money> amounts) {
        Map<Currency, List<Money>> byCurrency = amounts.collect(groupingBy(Money::currency));
        Map<String, Money> sums = new TreeMap<>();
        byCurrency.forEach((currency, all) -> sums.put(
                currency.getCurrencyCode().toLowerCase(Locale.ROOT),
                all.stream().collect(reducing(Money.zero(currency), Function.identity(), Money::plus))));
        return sums;
    }

    private static Tile tile(String title, String testId, Money sum) {
        return new Tile(title, Figure.signedMoney(testId, sum), List.of());
    }

    private static <T extends Step> List<T> only(Class<T> kind, Ride ride) {
        return ride.steps().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
