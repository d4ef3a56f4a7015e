package io.baytap.fx.domain;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the desk has told, as every replica hears it: the exposures that are open, and the deals it struck. Safe for several threads. */
public final class DeskBook {

    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final Map<String, Struck> deals = new ConcurrentHashMap<>();

    /**
     * An exposure that is not dealt yet.
     *
     * @param asOf the latest journey that the desk had heard of
     */
    public record Open(Exposure exposure, Instant asOf) {}

    /**
     * A deal.
     *
     * @param at the cut-off
     * @param rate units of the quote currency for one of the base currency; exact
     * @param base bought where positive, sold where negative
     * @param quote got where positive, paid where negative
     * @param realised profit, or loss where negative, in the quote currency
     */
    public record Struck(
            String id,
            Instant at,
            LocalDate valueDate,
            BigDecimal rate,
            List<String> rateIds,
            Money base,
            Money quote,
            Money realised,
            long conversions) {}

    /** The exposure as it now stands. */
    public void put(Open told) {
        open.put(told.exposure().id(), told);
    }

    /** The exposure is dealt, or not heard of any more. */
    public void close(String exposureId) {
        open.remove(exposureId);
    }

    /** A deal that was struck. */
    public void put(Struck deal) {
        deals.put(deal.id(), deal);
    }

    /** By value date, then by pair. */
    public List<Open> open() {
        return open.values().stream()
                .sorted(Comparator.comparing((Open each) -> each.exposure().valueDate())
                        .thenComparing(each -> each.exposure().id()))
                .toList();
    }

    /** Of value dates from {@code first} to {@code last}, both included; by value date, then by pair. */
    public List<Struck> deals(LocalDate first, LocalDate last) {
        return deals.values().stream()
                .filter(deal ->
                        !deal.valueDate().isBefore(first) && !deal.valueDate().isAfter(last))
                .sorted(Comparator.comparing(Struck::valueDate).thenComparing(Struck::id))
                .toList();
    }
}
