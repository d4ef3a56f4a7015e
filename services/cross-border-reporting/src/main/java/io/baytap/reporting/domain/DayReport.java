package io.baytap.reporting.domain;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One business day: its lines, and every total that is shown of them. A day without travel has none and adds up to zero. */
public record DayReport(
        LocalDate day, List<TapLine> taps, List<FareLine> fares, List<ChargeLine> charges, List<BatchLine> batches) {

    public DayReport {
        taps = List.copyOf(taps);
        fares = List.copyOf(fares);
        charges = List.copyOf(charges);
        batches = List.copyOf(batches);
    }

    /** What one operator's gates and fares add to it. */
    public DayReport of(String operatorId) {
        return new DayReport(
                day,
                taps.stream()
                        .filter(line -> line.operatorId().equals(operatorId))
                        .toList(),
                fares.stream()
                        .filter(line -> line.operatorId().equals(operatorId))
                        .toList(),
                charges.stream()
                        .filter(line -> line.operatorId().equals(operatorId))
                        .toList(),
                batches.stream()
                        .filter(line -> line.operatorId().equals(operatorId))
                        .toList());
    }

    public long taps(TapVerdict verdict) {
        return count(tap -> tap.verdict() == verdict);
    }

    public long taps(TapVerdict verdict, int hour) {
        return count(tap -> tap.verdict() == verdict && tap.hour() == hour);
    }

    public long taps(TapVerdict verdict, String operatorId) {
        return count(tap -> tap.verdict() == verdict && tap.operatorId().equals(operatorId));
    }

    /** By reason code. */
    public SortedMap<String, Long> rejections() {
        return taps.stream()
                .filter(tap -> tap.verdict() == TapVerdict.REJECTED)
                .collect(Collectors.toMap(TapLine::reason, TapLine::taps, Math::addExact, TreeMap::new));
    }

    /** Whose gates sent taps that day. */
    public List<String> tappedOperators() {
        return taps.stream().map(TapLine::operatorId).distinct().sorted().toList();
    }

    public FareTotals total() {
        return new FareTotals(fares);
    }

    /** Whoever earned a fare or had one charged that day, by wallet. */
    public SortedMap<OperatorWallet, FareTotals> byOperatorAndWallet() {
        var totals = grouped(line -> new OperatorWallet(line.operatorId(), line.wallet()));
        charges.forEach(charge -> totals.putIfAbsent(
                new OperatorWallet(charge.operatorId(), charge.wallet()), new FareTotals(List.of())));
        return totals;
    }

    public SortedMap<Corridor, FareTotals> byCorridor() {
        return grouped(FareLine::corridor);
    }

    /** What the providers answered in that currency. */
    public ChargeTotals charges(Currency currency) {
        return new ChargeTotals(
                currency,
                charges.stream()
                        .filter(line -> line.amount().currency().equals(currency))
                        .toList());
    }

    /** What the provider answered for that operator's fares: in the wallet's currency, or the operator's where the provider converts. */
    public ChargeTotals charges(OperatorWallet who) {
        List<ChargeLine> lines = charges.stream()
                .filter(line -> line.operatorId().equals(who.operatorId()) && line.wallet() == who.wallet())
                .toList();
        Currency currency = lines.isEmpty()
                ? who.wallet().currency()
                : lines.getFirst().amount().currency();
        return new ChargeTotals(currency, lines);
    }

    private long count(Predicate<TapLine> wanted) {
        return taps.stream().filter(wanted).mapToLong(TapLine::taps).reduce(0, Math::addExact);
    }

    private <K extends Comparable<K>> SortedMap<K, FareTotals> grouped(Function<FareLine, K> key) {
        return fares.stream()
                .collect(Collectors.groupingBy(
                        key, TreeMap::new, Collectors.collectingAndThen(Collectors.toList(), FareTotals::new)));
    }
}
