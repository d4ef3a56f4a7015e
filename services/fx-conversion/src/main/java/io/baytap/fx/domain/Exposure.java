package io.baytap.fx.domain;

import io.baytap.schemas.Money;
import java.time.LocalDate;

/**
 * What conversions leave open in two currencies for a value date: held where positive, owed where negative. The spread is
 * earned and no part of it.
 *
 * @param base of the pair's base currency
 * @param quote of its quote currency
 * @param conversions how many it was made of
 */
public record Exposure(Pair pair, LocalDate valueDate, Money base, Money quote, long conversions) {

    public static Exposure none(Pair pair, LocalDate valueDate) {
        return new Exposure(pair, valueDate, Money.zero(pair.base()), Money.zero(pair.quote()), 0);
    }

    /** Of one conversion: the operator is owed the fare, the wallet pays its mid. */
    public static Exposure of(Fare fare, Conversion conversion, LocalDate valueDate) {
        Money owed = fare.amount().negated();
        Money held = conversion.mid();
        Pair pair = Pair.of(owed.currency(), held.currency());
        boolean owedIsBase = pair.base().equals(owed.currency());
        return new Exposure(pair, valueDate, owedIsBase ? owed : held, owedIsBase ? held : owed, 1);
    }

    /** Of the same pair; the value date stays this one's. */
    public Exposure plus(Exposure other) {
        if (!pair.equals(other.pair)) {
            throw new IllegalArgumentException("cannot combine " + pair + " with " + other.pair);
        }
        return new Exposure(
                pair, valueDate, base.plus(other.base), quote.plus(other.quote), conversions + other.conversions);
    }

    /** {@code HKD/CNY:2026-04-10}. */
    public String id() {
        return pair + ":" + valueDate;
    }
}
