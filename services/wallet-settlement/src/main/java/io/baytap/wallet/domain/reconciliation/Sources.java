package io.baytap.wallet.domain.reconciliation;

import io.baytap.wallet.domain.WalletScheme;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What statements are filed under. */
public final class Sources {

    private static final String PROVIDER = "provider:";
    private static final String BANK = "bank:";

    private Sources() {}

    /** A provider's statements: {@code provider:<scheme>}. */
    public static String provider(WalletScheme scheme) {
        return PROVIDER + scheme;
    }

    /** A provider's batches of a merchant: {@code settlements:<scheme>:<merchant>}. */
    public static String settlements(WalletScheme scheme, String merchant) {
        return "settlements:" + scheme + ":" + merchant;
    }

    /** The statements of our account in a currency: {@code bank:<currency>:<account>}. */
    public static String bank(String currency, String account) {
        return BANK + currency + ":" + account;
    }

    /** Whether it is the bank that keeps them. */
    public static boolean isBank(String source) {
        return source.startsWith(BANK);
    }

    /** Of the account, or of the wallet scheme. */
    public static Currency currency(String source) {
        String second = source.split(":", -1)[1];
        return isBank(source)
                ? Currency.getInstance(second)
                : WalletScheme.valueOf(second).currency();
    }

    /** From days by source to what is held. */
    public static Held held(Map<String, Set<LocalDate>> days) {
        Map<WalletScheme, Set<LocalDate>> provider = new EnumMap<>(WalletScheme.class);
        Map<String, Set<LocalDate>> bank = new HashMap<>();
        days.forEach((source, its) -> {
            if (source.startsWith(PROVIDER)) {
                provider.put(WalletScheme.valueOf(source.substring(PROVIDER.length())), its);
            } else if (source.startsWith(BANK)) {
                bank.computeIfAbsent(source.split(":", -1)[1], _ -> new HashSet<>())
                        .addAll(its);
            }
        });
        return new Held(provider, bank);
    }
}
