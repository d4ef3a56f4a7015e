package io.baytap.wallet.domain.reconciliation;

import static java.util.stream.Collectors.groupingBy;

import io.baytap.wallet.domain.WalletScheme;
import java.time.LocalDate;
import java.util.List;

/**
 * What statements list of a merchant and a day. Whole minor units of {@code currency}.
 *
 * @param payMinor debits
 * @param refundMinor refunds; not negative
 */
public record DaySum(
        WalletScheme scheme, String merchant, String currency, LocalDate tradeDay, long payMinor, long refundMinor) {

    private record Key(WalletScheme scheme, String merchant, String currency, LocalDate tradeDay) {}

    /** The sums of lines. */
    public static List<DaySum> of(List<ProviderLine> lines) {
        return lines.stream()
                .collect(groupingBy(line -> new Key(
                        line.scheme(), line.merchant(), line.amount().currency().getCurrencyCode(), line.tradeDay())))
                .entrySet()
                .stream()
                .map(entry -> new DaySum(
                        entry.getKey().scheme(),
                        entry.getKey().merchant(),
                        entry.getKey().currency(),
                        entry.getKey().tradeDay(),
                        sum(entry.getValue(), TradeKind.DEBIT),
                        sum(entry.getValue(), TradeKind.REFUND)))
                .toList();
    }

    private static long sum(List<ProviderLine> lines, TradeKind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .mapToLong(line -> line.amount().minor())
                .reduce(0, Math::addExact);
    }
}
