package io.baytap.wallet.domain.reconciliation;

import static java.util.stream.Collectors.toMap;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.WalletScheme;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * By how much a provider's batch exceeds its statement's lines if a break is a mistake of the statement alone. Whole
 * minor units.
 */
record Effect(
        String breakId,
        WalletScheme scheme,
        String merchant,
        String currency,
        LocalDate tradeDay,
        long payMinor,
        long refundMinor) {

    /** Of more breaks than that, only all together are tried. */
    private static final int SUBSETS_OF_MAX = 12;

    /** Of breaks about debits and refunds. What is late is in the sums already. */
    static List<Effect> of(Collection<Break> breaks, List<LedgerEntry> entries, List<ProviderLine> lines) {
        Map<String, LedgerEntry> ours = entries.stream().collect(toMap(LedgerEntry::journalId, Function.identity()));
        Map<String, ProviderLine> theirs = lines.stream().collect(toMap(ProviderLine::reference, Function.identity()));
        return breaks.stream()
                .filter(found -> found.isOpen() && !found.amount().isZero())
                .map(found -> Optional.ofNullable(found.sides().theirs())
                        .map(theirs::get)
                        .map(line -> of(found, line.merchant(), line.kind(), line.tradeDay()))
                        .or(() -> Optional.ofNullable(ours.get(found.cause()))
                                .map(entry -> of(found, entry.merchant(), entry.kind(), entry.day()))))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Effect::breakId))
                .toList();
    }

    private static Effect of(Break found, String merchant, TradeKind kind, LocalDate day) {
        Money amount = found.amount();
        return new Effect(
                found.id(),
                Objects.requireNonNull(found.sides().scheme()),
                merchant,
                amount.currency().getCurrencyCode(),
                day,
                kind == TradeKind.DEBIT ? Math.negateExact(amount.minor()) : 0,
                kind == TradeKind.REFUND ? amount.minor() : 0);
    }

    /** The fewest breaks whose effects add up to that; empty if none do. */
    static List<String> adding(List<Effect> effects, long payMinor, long refundMinor) {
        if (effects.size() > SUBSETS_OF_MAX) {
            return add(effects, payMinor, refundMinor) ? ids(effects) : List.of();
        }
        return IntStream.range(1, 1 << effects.size())
                .boxed()
                .sorted(Comparator.comparingInt(Integer::bitCount).thenComparing(Comparator.naturalOrder()))
                .map(chosen -> chosen(effects, chosen))
                .filter(some -> add(some, payMinor, refundMinor))
                .findFirst()
                .map(Effect::ids)
                .orElse(List.of());
    }

    private static List<Effect> chosen(List<Effect> effects, int bits) {
        return IntStream.range(0, effects.size())
                .filter(i -> (bits & (1 << i)) != 0)
                .mapToObj(effects::get)
                .toList();
    }

    private static boolean add(List<Effect> effects, long payMinor, long refundMinor) {
        return effects.stream().mapToLong(Effect::payMinor).sum() == payMinor
                && effects.stream().mapToLong(Effect::refundMinor).sum() == refundMinor;
    }

    private static List<String> ids(List<Effect> effects) {
        return effects.stream().map(Effect::breakId).toList();
    }
}
