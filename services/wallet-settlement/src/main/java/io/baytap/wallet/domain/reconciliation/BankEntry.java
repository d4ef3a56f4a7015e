package io.baytap.wallet.domain.reconciliation;

import io.baytap.schemas.Money;
import java.time.LocalDate;
import java.util.Set;

/**
 * An entry of a bank statement.
 *
 * @param reference {@code bank:<account>:<the bank's own reference>}
 * @param amount signed: credits to our account positive
 * @param bookedOn the statement's day
 * @param names every reference that its details carry: batch ids, end-to-end ids
 */
public record BankEntry(String reference, Money amount, LocalDate bookedOn, Set<String> names) {

    /** ISO 4217 code. */
    public String currency() {
        return amount.currency().getCurrencyCode();
    }
}
