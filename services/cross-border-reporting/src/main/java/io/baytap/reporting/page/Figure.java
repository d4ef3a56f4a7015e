package io.baytap.reporting.page;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A number on the page: as people read it, and exactly, for whoever checks the page.
 *
 * @param testId names it: {@code data-testid}
 * @param attribute {@code data-count}; {@code data-minor} for money, {@code data-seconds} for a time, {@code data-millionths} for a rate,
 *     {@code data-thousandths} for records a second
 * @param value the count, whole minor units, seconds, millionths or thousandths
 */
public record Figure(String testId, String attribute, long value, String text) {

    private static final int RATE_DECIMALS = 6;
    private static final int THOUSANDTH_DECIMALS = 3;
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

    /** An amount as people read it, without the currency. */
    static String plain(Money money) {
        return money("", money).text();
    }

    /** A moment, exactly as seconds of the epoch. */
    static Figure moment(String testId, Instant moment) {
        return new Figure(testId, "data-seconds", moment.getEpochSecond(), Moments.second(moment));
    }

    /** Records a second, read to a tenth, half up. */
    static Figure perSecond(String testId, long thousandths) {
        DecimalFormat format = new DecimalFormat("#,##0.0", SYMBOLS);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return new Figure(
                testId,
                "data-thousandths",
                thousandths,
                format.format(BigDecimal.valueOf(thousandths, THOUSANDTH_DECIMALS)));
    }

    /** How long ago that was. */
    static Figure age(String testId, Duration age) {
        return new Figure(testId, "data-seconds", age.toSeconds(), Moments.length(age));
    }

    /** An exchange rate with six decimals, as a board has it. */
    static Figure rate(String testId, long millionths) {
        return new Figure(
                testId,
                "data-millionths",
                millionths,
                BigDecimal.valueOf(millionths, RATE_DECIMALS).toPlainString());
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
