package io.baytap.sandbox.bank;

import java.time.LocalDate;
import java.util.List;

/**
 * A closed day of an account.
 *
 * @param number of its statement: 1 for the first day
 * @param opening minor units; negative if overdrawn
 */
record AccountDay(BankAccount account, LocalDate day, int number, long opening, List<Entry> entries) {

    long closing() {
        return entries.stream().mapToLong(Entry::minor).reduce(opening, Math::addExact);
    }
}
