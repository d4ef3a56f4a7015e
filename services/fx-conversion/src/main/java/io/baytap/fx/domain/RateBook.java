package io.baytap.fx.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Every euro reference rate known, and which of them is in force at a time. Safe for one writer and many readers.
 */
public final class RateBook {

    private static final Currency EUR = Currency.getInstance("EUR");

    private final Duration rateAgeMax;
    private final ConcurrentSkipListMap<Instant, Map<Currency, Rate>> byInstant = new ConcurrentSkipListMap<>();
    private final Map<String, Rate> byId = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();

    /** @param rateAgeMax how long after its publication a rate may still be used */
    public RateBook(Duration rateAgeMax) {
        this.rateAgeMax = rateAgeMax;
    }

    /** Takes a rate, in place of an earlier one with its id. */
    public void put(Rate rate) {
        if (!rate.base().equals(EUR)) {
            throw new IllegalArgumentException("only rates with the euro as base can be crossed: " + rate.id());
        }
        Rate before = byId.put(rate.id(), rate);
        if (rate.equals(before)) {
            return;
        }
        if (before != null) {
            remove(before);
        }
        byInstant.merge(rate.inForceFrom(), Map.of(rate.quote(), rate), RateBook::union);
        version.incrementAndGet();
    }

    /** Forgets a rate that its publisher withdrew. */
    public void withdraw(String rateId) {
        Rate before = byId.remove(rateId);
        if (before != null) {
            remove(before);
            version.incrementAndGet();
        }
    }

    /**
     * The rate in force: of the latest publication at or before {@code at} that has both currencies, unless it is older
     * than the maximum age. Empty if there is none.
     */
    public Optional<CrossRate> find(Currency base, Currency quote, Instant at) {
        var usable = byInstant.subMap(at.minus(rateAgeMax), true, at, true).descendingMap();
        for (Map<Currency, Rate> published : usable.values()) {
            Rate basePerEuro = published.get(base);
            Rate quotePerEuro = published.get(quote);
            if (basePerEuro != null
                    && quotePerEuro != null
                    && basePerEuro.date().equals(quotePerEuro.date())) {
                return Optional.of(CrossRate.of(basePerEuro, quotePerEuro));
            }
        }
        return Optional.empty();
    }

    /** Grows with every change, so that a reader knows when an answer may have become another. */
    public long version() {
        return version.get();
    }

    /** How many rates it holds. */
    public int size() {
        return byId.size();
    }

    /** When the latest rate came into force; empty while there is none. */
    public Optional<Instant> latest() {
        var last = byInstant.lastEntry();
        return last == null ? Optional.empty() : Optional.of(last.getKey());
    }

    private void remove(Rate rate) {
        byInstant.computeIfPresent(rate.inForceFrom(), (_, published) -> {
            var left = new ConcurrentHashMap<>(published);
            left.remove(rate.quote(), rate);
            return left.isEmpty() ? null : Map.copyOf(left);
        });
    }

    private static Map<Currency, Rate> union(Map<Currency, Rate> published, Map<Currency, Rate> added) {
        var both = new ConcurrentHashMap<>(published);
        both.putAll(added);
        return Map.copyOf(both);
    }
}
