package io.baytap.fx.rest;

import io.baytap.fx.domain.WalletScheme;
import io.baytap.schemas.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question for what a fare comes to in a wallet.
 *
 * @param amount 0 to {@link #AMOUNT_MINOR_MAX} minor units
 */
record ConversionRequest(Money amount, WalletScheme wallet, Instant at) {

    /** Ten million of a currency with two decimals: no fare is near it. */
    static final long AMOUNT_MINOR_MAX = 1_000_000_000;

    /** Those of the board. */
    private static final List<String> CURRENCIES = List.of("HKD", "CNY", "MOP", "USD");

    /** Far enough for every rate that is kept. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** A parameter that is not as it should be. */
    static final class BadParameter extends Exception {
        private static final long serialVersionUID = 1;
        private final String field;

        BadParameter(String field, String detail) {
            super(detail);
            this.field = field;
        }

        Refusal refusal() {
            return new Refusal("MALFORMED_PARAMETER", null, field, String.valueOf(getMessage()));
        }
    }

    static ConversionRequest read(
            @Nullable String amountMinor,
            @Nullable String currency,
            @Nullable String wallet,
            @Nullable String at,
            Instant now)
            throws BadParameter {
        return new ConversionRequest(
                new Money(minor(amountMinor), currency(currency)), wallet(wallet), at == null ? now : time(at));
    }

    private static long minor(@Nullable String text) throws BadParameter {
        if (text == null || !text.matches("\\d{1,10}") || Long.parseLong(text) > AMOUNT_MINOR_MAX) {
            throw new BadParameter("amountMinor", "whole minor units from 0 to " + AMOUNT_MINOR_MAX);
        }
        return Long.parseLong(text);
    }

    private static Currency currency(@Nullable String code) throws BadParameter {
        if (code == null || !CURRENCIES.contains(code)) {
            throw new BadParameter("currency", "is none of " + CURRENCIES);
        }
        return Currency.getInstance(code);
    }

    private static WalletScheme wallet(@Nullable String name) throws BadParameter {
        return Arrays.stream(WalletScheme.values())
                .filter(scheme -> scheme.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadParameter("wallet", "is none of " + Arrays.toString(WalletScheme.values())));
    }

    private static Instant time(String text) throws BadParameter {
        try {
            Instant at = Instant.parse(text);
            if (!at.isBefore(EARLIEST) && at.isBefore(LATEST)) {
                return at;
            }
        } catch (DateTimeException e) {
            // As below.
        }
        throw new BadParameter("at", "not an instant like 2026-04-09T04:00:00Z");
    }
}
