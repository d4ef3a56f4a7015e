package io.baytap.fx.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a fare that nobody has paid yet would come to in a wallet, by the rules that convert fares.
 *
 * @param rate what the wallet's policy names for the time that was asked for; null in the wallet's own currency
 */
public record Estimate(
        Money fare, Conversion conversion, @Nullable CrossRate rate) {

    /**
     * As if the fare were travelled and assessed at that time. Empty if no usable rate is known for it.
     *
     * @throws ArithmeticException if an amount leaves the range of a long
     */
    public static Optional<Estimate> of(
            Money amount, WalletScheme scheme, Instant at, RateBook rates, Spreads spreads, RatePolicies policies) {
        var fare = new Fare("", "", 0, at, scheme, amount, amount);
        return ConversionRules.terms(fare, at, rates, spreads, policies)
                .map(terms -> new Estimate(
                        amount,
                        ConversionRules.convert(fare, terms),
                        fare.inWalletCurrency()
                                ? null
                                : rates.find(
                                                amount.currency(),
                                                scheme.currency(),
                                                policies.of(scheme).ratedAt(at, at))
                                        .orElse(null)));
    }
}
