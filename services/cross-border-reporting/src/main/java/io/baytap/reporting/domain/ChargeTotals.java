package io.baytap.reporting.domain;

import io.baytap.schemas.Money;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/**
 * What some charge lines add up to.
 *
 * @param currency of every line
 */
public record ChargeTotals(Currency currency, List<ChargeLine> lines) {

    public ChargeTotals {
        lines = List.copyOf(lines);
    }

    public long count(ChargeOutcome outcome) {
        return of(outcome).mapToLong(ChargeLine::charges).reduce(0, Math::addExact);
    }

    public Money amount(ChargeOutcome outcome) {
        return of(outcome).map(ChargeLine::amount).reduce(Money.zero(currency), Money::plus);
    }

    /** What riders have paid: debits less refunds. */
    public Money charged() {
        return amount(ChargeOutcome.SETTLED).minus(amount(ChargeOutcome.REFUNDED));
    }

    private Stream<ChargeLine> of(ChargeOutcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome);
    }
}
