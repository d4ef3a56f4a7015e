package io.baytap.reporting.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import io.baytap.reporting.domain.trace.Ride;
import io.baytap.reporting.domain.trace.Step;
import io.baytap.reporting.neighbours.Told;
import io.baytap.reporting.neighbours.WalletSettlement.Proposal;
import io.baytap.reporting.page.Entry.Fact;
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
 * A ride on one screen: what it comes to in both currencies, then step by step, and what people want changed.
 *
 * @param rider null if nothing that is kept names one
 * @param unavailable why wallet-settlement's part is missing, or some of it; null if all is there
 */
public record RideView(
        String journeyId,
        @Nullable String rider,
        @Nullable String riderHref,
        List<Tile> tiles,
        List<Entry> entries,
        List<ProposalRow> proposals,
        ProposalForm form,
        @Nullable String unavailable) {

    /** Where proposals stand on the page. */
    static final String PROPOSALS = "proposals";

    static RideView of(Shell shell, Ride ride, RideBooks.Known books, ProposalForm form) {
        TraceMessages text = shell.messages(TraceMessages.class);
        RideMessages words = shell.messages(RideMessages.class);
        List<ProposalRow> proposals = new ArrayList<>();
        for (Proposal proposal : books.proposals()) {
            proposals.add(ProposalRow.of(words, proposal, proposals.size()));
        }
        String rider = ride.steps().stream()
                .map(RideView::rider)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Told<?> missing = books.missing();
        return new RideView(
                ride.journeyId(),
                rider,
                rider == null ? null : StepEntries.search(rider),
                tiles(text, ride),
                entries(new StepEntries(text), new BookEntries(words), ride, books),
                proposals,
                form,
                missing == null ? null : Part.why(shell, missing));
    }

    /** In the order of the line: charges stand behind the answers of the provider, bank lines behind the batches that they pay. */
    private static List<Entry> entries(StepEntries entries, BookEntries booked, Ride ride, RideBooks.Known books) {
        List<Entry> steps = new ArrayList<>();
        List<Entry> batches = new ArrayList<>();
        List<Entry> breaks = new ArrayList<>();
        int place = 0;
        for (Step step : ride.steps()) {
            String testId = StepEntries.kind(step) + "-" + place + "-";
            List<Fact> journal = books.journals().stream()
                    .filter(known -> known.id().equals(step.id()))
                    .findFirst()
                    .map(known -> booked.journal(known, testId))
                    .orElse(List.of());
            Entry entry = entries.entry(step, testId, journal);
            place++;
            switch (step) {
                case Step.Closed _ -> batches.add(entry);
                case Step.Broken _ -> breaks.add(entry);
                case Step.Tapped _, Step.Refused _, Step.Priced _, Step.Posted _, Step.Charged _, Step.WrittenOff _ ->
                    steps.add(entry);
            }
        }
        for (int i = 0; i < books.charges().size(); i++) {
            steps.add(booked.charge(books.charges().get(i), i));
        }
        for (int i = 0; i < books.bankLines().size(); i++) {
            batches.add(booked.bank(books.bankLines().get(i), i));
        }
        return Stream.of(steps, batches, breaks).flatMap(List::stream).toList();
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
