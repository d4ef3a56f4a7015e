package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fare, or a correction of one, in the operator's currency and in the wallet's. Amounts are signed deltas.
 *
 * @param id {@code conversion:<fareId>}
 * @param fare owed to the operator
 * @param wallet owed by the wallet, spread included
 * @param spread the part of {@code wallet} above the mid rate
 * @param tolerance where the provider converts: how far off {@code wallet}, an estimate then, it may be, in basis points; null
 *     where we convert
 * @param rates what we converted it at; null where nothing was converted by us, or it was booked before rates were kept
 * @param traceparent where the trace of the tap behind it goes on, by W3C Trace Context; null if it is not traced
 */
public record Conversion(
        String id,
        Instant occurredAt,
        String riderId,
        WalletScheme scheme,
        String fareId,
        String journeyId,
        String kind,
        Place place,
        LocalDate businessDay,
        Money fare,
        Money wallet,
        Money spread,
        @Nullable Integer tolerance,
        @Nullable ConversionRates rates,
        @Nullable String traceparent) {

    /** Not traced. */
    public Conversion(
            String id,
            Instant occurredAt,
            String riderId,
            WalletScheme scheme,
            String fareId,
            String journeyId,
            String kind,
            Place place,
            LocalDate businessDay,
            Money fare,
            Money wallet,
            Money spread,
            @Nullable Integer tolerance,
            @Nullable ConversionRates rates) {
        this(
                id,
                occurredAt,
                riderId,
                scheme,
                fareId,
                journeyId,
                kind,
                place,
                businessDay,
                fare,
                wallet,
                spread,
                tolerance,
                rates,
                null);
    }

    /** At rates that are not known. */
    public Conversion(
            String id,
            Instant occurredAt,
            String riderId,
            WalletScheme scheme,
            String fareId,
            String journeyId,
            String kind,
            Place place,
            LocalDate businessDay,
            Money fare,
            Money wallet,
            Money spread,
            @Nullable Integer tolerance) {
        this(
                id,
                occurredAt,
                riderId,
                scheme,
                fareId,
                journeyId,
                kind,
                place,
                businessDay,
                fare,
                wallet,
                spread,
                tolerance,
                null);
    }

    /** Converted by us. */
    public Conversion(
            String id,
            Instant occurredAt,
            String riderId,
            WalletScheme scheme,
            String fareId,
            String journeyId,
            String kind,
            Place place,
            LocalDate businessDay,
            Money fare,
            Money wallet,
            Money spread) {
        this(id, occurredAt, riderId, scheme, fareId, journeyId, kind, place, businessDay, fare, wallet, spread, null);
    }

    private static final String FARE = "fare:";
    private static final String OF_PROPOSAL = FARE + "proposal:";

    /** Where and with whom the journey took place. */
    public record Place(String operatorId, String city, String territory) {}

    public String operatorId() {
        return place.operatorId();
    }

    /** The same, traced. */
    public Conversion tracedBy(String context) {
        return new Conversion(
                id,
                occurredAt,
                riderId,
                scheme,
                fareId,
                journeyId,
                kind,
                place,
                businessDay,
                fare,
                wallet,
                spread,
                tolerance,
                rates,
                context);
    }

    /** The proposal that people decided, if it was that and no fare that caused this. */
    public Optional<String> proposalId() {
        return fareId.startsWith(OF_PROPOSAL) ? Optional.of(fareId.substring(FARE.length())) : Optional.empty();
    }

    /** The fare at the mid rate, in the wallet's currency. */
    public Money mid() {
        return wallet.minus(spread);
    }

    /** What the provider is asked for and owes us: the wallet's price, or the fare itself where the provider converts. */
    public Money asked() {
        return tolerance == null ? wallet : fare;
    }

    /** Why this cannot be booked, as a stable code; empty if it can. */
    public Optional<String> refusal() {
        if (!id.equals("conversion:" + fareId)) {
            return Optional.of("ID_NOT_FROM_CAUSE");
        }
        if (!wallet.currency().equals(scheme.currency())) {
            return Optional.of("WALLET_CURRENCY");
        }
        if (!spread.currency().equals(wallet.currency())) {
            return Optional.of("SPREAD_CURRENCY");
        }
        if (tolerance != null && !spread.isZero()) {
            return Optional.of("SPREAD_NOT_OURS");
        }
        if (fare.currency().equals(wallet.currency()) && !mid().equals(fare)) {
            return Optional.of("AMOUNTS_DISAGREE");
        }
        return Optional.empty();
    }
}
