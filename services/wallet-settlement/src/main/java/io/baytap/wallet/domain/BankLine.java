package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the bank that names a batch.
 *
 * @param reference {@code bank:<account>:<the bank's own reference>}
 * @param amount signed: what we paid is negative; of all batches that the entry pays
 * @param onStatement false while the bank has but notified it
 * @param state of a settled one: {@code MATCHED}, {@code EXPLAINED:<reason>}; null while it is not
 */
public record BankLine(
        String reference,
        Money amount,
        LocalDate bookedOn,
        boolean onStatement,
        @Nullable String state) {

    private static final String PREFIX = "bank:";

    /** The bank's own reference, without the account. */
    public String bankReference() {
        return reference.substring(reference.indexOf(':', PREFIX.length()) + 1);
    }
}
