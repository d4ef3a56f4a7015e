package io.baytap.sandbox.statements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Deals agreed with our bank, and how it settles them: one of a day with planted errors at a wrong rate. Safe for concurrent use. */
public final class DealBook {

    /** What became of a deal. */
    public enum Taken {
        ACCEPTED,
        KNOWN,
        DEAL_ID_USED
    }

    private static final Institution BANK = new Institution("bank", "", "", "");
    private static final int PER_MILLE = 1_000;

    private final Function<LocalDate, Optional<Long>> seeds;
    private final Map<String, Deal> deals = new TreeMap<>();

    /** @param seeds by which errors are planted into a day; empty: none are */
    public DealBook(Function<LocalDate, Optional<Long>> seeds) {
        this.seeds = seeds;
    }

    /** Takes a deal once. */
    public synchronized Taken take(Deal deal) {
        Deal before = deals.putIfAbsent(deal.id(), deal);
        return before == null ? Taken.ACCEPTED : before.equals(deal) ? Taken.KNOWN : Taken.DEAL_ID_USED;
    }

    /** What the bank settles on that day, as it settles it. */
    public synchronized List<Deal> due(LocalDate day) {
        return deals.values().stream()
                .filter(deal -> deal.valueDate().equals(day))
                .map(deal -> wrong(deal)
                        .map(error -> deal.pricedAt(error.toldMinor()))
                        .orElse(deal))
                .toList();
    }

    /** Errors of deals struck on these days. */
    synchronized List<PlantedError> planted(List<LocalDate> days) {
        List<PlantedError> errors = new ArrayList<>();
        deals.values().stream()
                .filter(deal -> days.contains(deal.struckOn()))
                .forEach(deal -> wrong(deal).ifPresent(errors::add));
        return errors;
    }

    /** One deal of the day, by lot: its price is off by some per mille. */
    private Optional<PlantedError> wrong(Deal deal) {
        Optional<Lot> lot = seeds.apply(deal.struckOn()).map(Lot::new);
        boolean drawn = lot.flatMap(by -> deals.values().stream()
                        .filter(each -> each.struckOn().equals(deal.struckOn()))
                        .min(by.order(Deal::id)))
                .filter(deal::equals)
                .isPresent();
        return drawn ? lot.map(by -> wrong(deal, by)) : Optional.empty();
    }

    private static PlantedError wrong(Deal deal, Lot lot) {
        Deal.Leg price = deal.legs().getLast();
        long off = Math.abs(price.minor()) * lot.between(1, 5, "rate:" + deal.id()) / PER_MILLE;
        long told = price.minor() + (price.minor() < 0 ? -1 : 1) * Math.max(1, off);
        return new PlantedError(
                PlantedError.Name.DEAL_RATE_DIFFERS,
                deal.id(),
                deal.struckOn(),
                BANK,
                "",
                price.currency(),
                price.minor(),
                told,
                StatementLine.PAR);
    }
}
