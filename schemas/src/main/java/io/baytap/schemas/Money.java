package io.baytap.schemas;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount in a currency's minor unit: 12.50 HKD is {@code new Money(1250, HKD)}.
 *
 * <p>Arithmetic that leaves the range of a {@code long}, or mixes currencies, throws {@link ArithmeticException} or
 * {@link IllegalArgumentException}; nothing rounds unless the caller names how.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    /** Nothing, in a currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** An amount in the currency with that ISO 4217 code. */
    public static Money of(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode));
    }

    /**
     * An amount in whole units of the currency, as a published tariff prints it: 12.5 HKD.
     *
     * @throws ArithmeticException if it is finer than the currency's minor unit
     */
    public static Money ofMajor(BigDecimal major, Currency currency) {
        return new Money(
                major.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public Money times(long count) {
        return new Money(Math.multiplyExact(minor, count), currency);
    }

    /** The caller names the rounding; there is no default to forget. */
    public Money times(BigDecimal factor, RoundingMode rounding) {
        return new Money(
                BigDecimal.valueOf(minor).multiply(factor).setScale(0, rounding).longValueExact(), currency);
    }

    /**
     * The same value in another currency, rounded once to that currency's minor unit.
     *
     * @param rate units of {@code target} for one unit of this currency
     */
    public Money convert(BigDecimal rate, Currency target, RoundingMode rounding) {
        int shift = target.getDefaultFractionDigits() - currency.getDefaultFractionDigits();
        return new Money(minor, target).times(rate.scaleByPowerOfTen(shift), rounding);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public static Money min(Money a, Money b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    public static Money max(Money a, Money b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** The amount in whole units of the currency: 12.50. */
    public BigDecimal toMajor() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    /** For people and logs: {@code 12.50 HKD}. */
    @Override
    public String toString() {
        return toMajor().toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot combine " + this + " with " + other);
        }
        return other;
    }
}
