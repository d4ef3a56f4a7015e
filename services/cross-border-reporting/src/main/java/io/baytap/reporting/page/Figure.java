package io.baytap.reporting.page;

import io.baytap.schemas.Money;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * A number on the page: as people read it, and exactly, for whoever checks the page.
 *
 * @param testId names it: {@code data-testid}
 * @param attribute {@code data-count}, or {@code data-minor} for money
 * @param value the count, or whole minor units
 */
public record Figure(String testId, String attribute, long value, String text) {

    private static final DecimalFormatSymbols SYMBOLS = symbols();

    static Figure count(String testId, long value) {
        return new Figure(testId, "data-count", value, number(value));
    }

    /** As people read it: 1,234. */
    static String number(long value) {
        return new DecimalFormat("#,##0", SYMBOLS).format(value);
    }

    /** Without the currency: the column says it. */
    static Figure money(String testId, Money money) {
        return money(testId, money, "");
    }

    /** With the currency's sign: HK$12.50. */
    static Figure signedMoney(String testId, Money money) {
        return money(testId, money, money.currency().getSymbol(Locale.UK));
    }

    private static Figure money(String testId, Money money, String sign) {
        DecimalFormat format = new DecimalFormat("#,##0", SYMBOLS);
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        format.setPositivePrefix(sign);
        format.setNegativePrefix(SYMBOLS.getMinusSign() + sign);
        return new Figure(testId, "data-minor", money.minor(), format.format(money.toMajor()));
    }

    private static DecimalFormatSymbols symbols() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(',');
        symbols.setMinusSign('\u2212');
        return symbols;
    }
}
