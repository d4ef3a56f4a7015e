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
 * @param rates of its first fare, which its corrections keep; null where nothing was converted by us, or it was booked
 *     before rates were kept
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
        @Nullable Integer tolerance,
        @Nullable ConversionRates rates) {

    /** At rates that are not known. */
    public BookedJourney(
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
        this(id, riderId, scheme, place, businessDay, latest, fare, wallet, spread, tolerance, null);
    }

    /** What charges and refunds are in: the wallet's price, or the fare itself where the provider converts. */
    public Money asked() {
        return tolerance == null ? wallet : fare;
    }
}
