package io.baytap.wallet.domain;

import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whose wallet pays. Each scheme's payers pay in one currency. */
public enum WalletScheme {
    WEIXIN_PAY("weixin-pay", "CNY"),
    WECHAT_PAY_HK("wechat-pay-hk", "HKD"),
    /** The digital RMB wallet, debited by the mainland ride service. */
    DIGITAL_RMB("digital-rmb", "CNY"),
    /** A wallet bound to a foreign card: asked for the fare in the operator's currency, its provider converts. */
    FOREIGN_CARD("foreign-card", "USD");

    /** What operators of the Greater Bay Area are paid in. */
    private static final Set<String> FARES = new TreeSet<>(Set.of("HKD", "CNY", "MOP"));

    private final String key;
    private final String currencyCode;

    WalletScheme(String key, String currencyCode) {
        this.key = key;
        this.currencyCode = currencyCode;
    }

    /** As settings and paths spell it: {@code weixin-pay}. */
    public String key() {
        return key;
    }

    /** What its payers pay in. */
    public Currency currency() {
        return Currency.getInstance(currencyCode);
    }

    /** Codes of what its provider owes us in: what its payers pay, or the operators' currencies where the provider converts. */
    public Set<String> clearedIn() {
        return convertsItself() ? FARES : Set.of(currencyCode);
    }

    /** Whether its provider makes the payer's amount of what it is asked for. */
    public boolean convertsItself() {
        return this == FOREIGN_CARD;
    }

    /** The scheme of that name. */
    static Optional<WalletScheme> ofName(String name) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.name().equals(name))
                .findFirst();
    }

    /** The scheme that settings and paths call {@code key}. */
    public static Optional<WalletScheme> ofKey(String key) {
        return Arrays.stream(values()).filter(scheme -> scheme.key.equals(key)).findFirst();
    }
}
