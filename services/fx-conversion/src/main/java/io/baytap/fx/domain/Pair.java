package io.baytap.fx.domain;

import java.util.Currency;
import java.util.List;

/**
 * Two currencies in the one order in which they are quoted: one {@code base} costs so much of {@code quote}. There is no
 * rate of the other order; it derives from this one.
 */
public record Pair(Currency base, Currency quote) {

    /** The market's order: EUR/USD, USD/HKD, USD/CNY, HKD/CNY, HKD/MOP, CNY/MOP. Whoever stands further left is the base. */
    private static final List<String> ORDER = List.of("EUR", "USD", "HKD", "CNY", "MOP");

    public Pair {
        if (!conventional(base, quote)) {
            throw new IllegalArgumentException("not quoted like this: " + base + "/" + quote);
        }
    }

    /** The pair of two currencies, whichever is named first. */
    public static Pair of(Currency one, Currency other) {
        return conventional(one, other) ? new Pair(one, other) : new Pair(other, one);
    }

    /** {@code HKD/CNY}. */
    public static Pair of(String text) {
        String[] codes = text.split("/", -1);
        if (codes.length != 2) {
            throw new IllegalArgumentException("not a pair like HKD/CNY: " + text);
        }
        return new Pair(Currency.getInstance(codes[0]), Currency.getInstance(codes[1]));
    }

    /** Whether two currencies are quoted in this order. A currency that the order lacks comes after those it has. */
    public static boolean conventional(Currency base, Currency quote) {
        if (rank(base) == rank(quote)) {
            return base.getCurrencyCode().compareTo(quote.getCurrencyCode()) < 0;
        }
        return rank(base) < rank(quote);
    }

    private static int rank(Currency currency) {
        int rank = ORDER.indexOf(currency.getCurrencyCode());
        return rank < 0 ? ORDER.size() : rank;
    }

    @Override
    public String toString() {
        return base + "/" + quote;
    }
}
