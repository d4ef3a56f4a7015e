package io.baytap.local;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The accounts that wallet-settlement pays from and to. Ours are the sandbox bank's, the operators' are invented. */
final class BankAccounts {

    private static final Map<String, String> OURS = Map.of("HKD", "808-100001-344", "CNY", "808-100001-156");

    private BankAccounts() {}

    /** As wallet-settlement's settings name them. */
    static Map<String, String> settings(List<String> operators) {
        Map<String, String> settings = new TreeMap<>();
        OURS.forEach((currency, account) -> {
            put(settings, "wallet.payers.\"" + currency + "\".", "Baytap Clearing", "BAYTHKHH", account);
            for (int i = 0; i < operators.size(); i++) {
                put(
                        settings,
                        "wallet.operators.\"" + operators.get(i) + "\".payees.\"" + currency + "\".",
                        operators.get(i),
                        "OPERHKHH",
                        "990-%06d-%s".formatted(i, currency));
            }
        });
        return settings;
    }

    private static void put(Map<String, String> settings, String prefix, String name, String bic, String account) {
        settings.put(prefix + "name", name);
        settings.put(prefix + "bic", bic);
        settings.put(prefix + "account", account);
    }
}
