package io.baytap.wallet.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What never changes about a charge.
 *
 * @param chargeId {@code charge:<conversionId>}
 * @param businessDay the fare's
 * @param fareAt the fare's time; stands in for "now" while a replayed day has not begun
 * @param currency ISO 4217 code of the wallet
 */
public record ChargeFacts(
        String chargeId,
        String riderId,
        WalletScheme scheme,
        String journeyId,
        String operatorId,
        LocalDate businessDay,
        Instant fareAt,
        String currency) {

    /** {@code charge:<conversionId>}. */
    public static String idOf(Conversion conversion) {
        return "charge:" + conversion.id();
    }
}
