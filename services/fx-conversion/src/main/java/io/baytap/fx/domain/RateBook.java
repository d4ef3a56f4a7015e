package io.baytap.fx.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Every accepted rate of every source, and which of them is in force at a time: the latest publication that has what is
 * asked for; of two at the same time that of the source that stands first. Safe for one writer and many readers.
 */
public final class RateBook {

    private final Duration rateAgeMax;
    private final Comparator<Quotation> bySource;
    private final ConcurrentSkipListMap<Instant, List<Quotation>> byInstant = new ConcurrentSkipListMap<>();
    private final Map<String, Rate> byId = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();

    /**
     * @param rateAgeMax how long after its publication a rate may still be used
     * @param sources the order of the sources; one that is not named comes after those that are, by its name
     */
    public RateBook(Duration rateAgeMax, List<String> sources) {
        this.rateAgeMax = rateAgeMax;
        this.bySource = Comparator.<Quotation>comparingInt(each -> {
                    int place = sources.indexOf(each.source());
                    return place < 0 ? sources.size() : place;
                })
                .thenComparing(Quotation::source)
                .thenComparing(Quotation::date, Comparator.reverseOrder());
    }

    /** Takes a rate, in place of an earlier one with its id. */
    public void put(Rate rate) {
        Rate before = byId.put(rate.id(), rate);
        if (rate.equals(before)) {
            return;
        }
        if (before != null) {
            remove(before);
        }
        byInstant.merge(rate.inForceFrom(), List.of(Quotation.of(rate)), (published, _) -> with(published, rate));
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

    /** The rate in force, unless it is older than the maximum age. Empty if there is none. */
    public Optional<CrossRate> find(Currency from, Currency to, Instant at) {
        if (!from.equals(to) && Peg.anchor(from).equals(Peg.anchor(to))) {
            return Optional.of(Peg.parity(from, to));
        }
        return find(byInstant.subMap(at.minus(rateAgeMax), true, at, true).descendingMap(), from, to);
    }

    /** The last rate that was published before a time, whatever its age. */
    public Optional<CrossRate> findBefore(Currency from, Currency to, Instant time) {
        return find(byInstant.headMap(time, false).descendingMap(), from, to);
    }

    /** Whether this very rate, to its value, is in the book. */
    public boolean has(Rate rate) {
        return rate.equals(byId.get(rate.id()));
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

    private static Optional<CrossRate> find(Map<Instant, List<Quotation>> latestFirst, Currency from, Currency to) {
        return latestFirst.values().stream()
                .flatMap(List::stream)
                .flatMap(quotation -> quotation.cross(from, to).stream())
                .findFirst();
    }

    private void remove(Rate rate) {
        byInstant.computeIfPresent(rate.inForceFrom(), (_, published) -> {
            List<Quotation> left = published.stream()
                    .map(each -> each.holds(rate) ? each.minus(rate) : each)
                    .filter(each -> !each.rates().isEmpty())
                    .toList();
            return left.isEmpty() ? null : left;
        });
    }

    private List<Quotation> with(List<Quotation> published, Rate rate) {
        List<Quotation> all = new ArrayList<>();
        var joined = Quotation.of(rate);
        for (Quotation each : published) {
            if (each.holds(rate)) {
                joined = each.plus(rate);
            } else {
                all.add(each);
            }
        }
        all.add(joined);
        all.sort(bySource);
        return List.copyOf(all);
    }
}
