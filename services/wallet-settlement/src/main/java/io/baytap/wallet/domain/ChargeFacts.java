package io.baytap.wallet.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What never changes about a charge.
 *
 * @param chargeId {@code charge:<conversionId>}
 * @param businessDay the fare's
 * @param fareAt the fare's time; stands in for "now" while a replayed day has not begun
 * @param currency ISO 4217 code of what is asked for: the wallet's, or the fare's where the provider converts
 * @param feeBasisPoints what the provider keeps of a debit, by the contract when the charge was opened
 * @param estimate what the payer should pay, where the provider converts
 * @param traceparent where the trace of the tap that caused it goes on, by W3C Trace Context; null if it is not traced
 */
public record ChargeFacts(
        String chargeId,
        String riderId,
        WalletScheme scheme,
        String journeyId,
        String operatorId,
        LocalDate businessDay,
        Instant fareAt,
        String currency,
        int feeBasisPoints,
        @Nullable Estimate estimate,
        @Nullable String traceparent) {

    /** Without a fee, in the wallet's currency. */
    public ChargeFacts(
            String chargeId,
            String riderId,
            WalletScheme scheme,
            String journeyId,
            String operatorId,
            LocalDate businessDay,
            Instant fareAt,
            String currency) {
        this(chargeId, riderId, scheme, journeyId, operatorId, businessDay, fareAt, currency, 0, null, null);
    }

    /** {@code charge:<conversionId>}. */
    public static String idOf(Conversion conversion) {
        return "charge:" + conversion.id();
    }
}
