package io.baytap.sandbox.bank;

import java.util.List;
import java.util.Optional;

/**
 * One of our accounts.
 *
 * @param currency ISO 4217 code; two decimals
 */
record BankAccount(String id, String currency) {

    /** ISO 9362 code of this bank; invented. */
    static final String BIC = "BAYTHKHH";

    static final List<BankAccount> ALL =
            List.of(new BankAccount("808-100001-344", "HKD"), new BankAccount("808-100001-156", "CNY"));

    static Optional<BankAccount> find(String id) {
        return ALL.stream().filter(account -> account.id.equals(id)).findFirst();
    }

    static Optional<BankAccount> in(String currency) {
        return ALL.stream().filter(account -> account.currency.equals(currency)).findFirst();
    }
}
