package io.baytap.reporting.domain;

import io.baytap.schemas.Money;
import java.util.Currency;
import java.util.List;

/**
 * What some fare lines add up to. A line counts in a currency once: with the fare, if the operator's fares are in it; else
 * with the debit, if the wallet is in it. So a Hong Kong fare paid in Hong Kong dollars is not added twice.
 */
public record FareTotals(List<FareLine> lines) {

    public static final Currency HKD = Currency.getInstance("HKD");
    public static final Currency CNY = Currency.getInstance("CNY");

    public FareTotals {
        lines = List.copyOf(lines);
    }

    public long journeys() {
        return lines.stream().mapToLong(FareLine::journeys).reduce(0, Math::addExact);
    }

    public long fares() {
        return lines.stream().mapToLong(FareLine::fares).reduce(0, Math::addExact);
    }

    public long corrections() {
        return lines.stream().mapToLong(FareLine::corrections).reduce(0, Math::addExact);
    }

    public Money in(Currency currency) {
        return lines.stream().map(line -> amount(line, currency)).reduce(Money.zero(currency), Money::plus);
    }

    private static Money amount(FareLine line, Currency currency) {
        if (line.fare().currency().equals(currency)) {
            return line.fare();
        }
        return line.debit().currency().equals(currency) ? line.debit() : Money.zero(currency);
    }
}
