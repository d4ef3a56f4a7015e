package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Conversion.Place;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is booked of a journey, everything together: its fares less what was taken back.
 *
 * @param place null if it was booked before places were kept
 * @param latest when the latest of its fares occurred
 * @param fare owed to the operator
 * @param wallet owed by the wallet, spread included
 * @param spread the part of {@code wallet} above the mid rate
 * @param tolerance of the provider's conversion, in basis points; null where we convert
 */
public record BookedJourney(
        String id,
        String riderId,
        WalletScheme scheme,
        @Nullable Place place,
        LocalDate businessDay,
        Instant latest,
        Money fare,
        Money wallet,
        Money spread,
        @Nullable Integer tolerance) {

    /** What charges and refunds are in: the wallet's price, or the fare itself where the provider converts. */
    public Money asked() {
        return tolerance == null ? wallet : fare;
    }
}
