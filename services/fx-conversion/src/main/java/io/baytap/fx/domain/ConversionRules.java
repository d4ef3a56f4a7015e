package io.baytap.fx.domain;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** How a fare becomes an amount of the wallet's currency. Pure: rates, spread and history are parameters. */
public final class ConversionRules {

    private ConversionRules() {}

    /**
     * The terms of a fare's journey: none are needed in the wallet's own currency; else the rate that the wallet's policy
     * names. Empty if no usable rate is known yet: the fare waits.
     *
     * @param assessedAt when the fare was assessed
     */
    public static Optional<Terms> terms(
            Fare fare, Instant assessedAt, RateBook rates, Spreads spreads, RatePolicies policies) {
        if (fare.inWalletCurrency()) {
            return Optional.of(Terms.AT_PAR);
        }
        WalletScheme scheme = fare.walletScheme();
        RatePolicy policy = policies.of(scheme);
        return rates.find(fare.amount().currency(), scheme.currency(), policy.ratedAt(fare.occurredAt(), assessedAt))
                .map(rate -> new Terms(rate.value(), rate.rateIds(), spread(policy, scheme, spreads), policy));
    }

    /** A provider that converts takes its own; ours would be promised to nobody. */
    private static int spread(RatePolicy policy, WalletScheme scheme, Spreads spreads) {
        return policy.exposes() ? spreads.basisPoints(scheme) : 0;
    }

    /**
     * Converts a fare's delta. Not the delta itself is rounded but the net before and after it, so that the deltas of a
     * journey always add up to the rounded conversion of its net fare: no cent is left over by a correction.
     *
     * @throws ArithmeticException if an amount leaves the range of a long
     */
    public static Conversion convert(Fare fare, Terms terms) {
        Currency currency = fare.walletScheme().currency();
        Money before = fare.net().minus(fare.amount());
        Money midAfter = mid(fare.net(), terms, currency);
        Money midBefore = mid(before, terms, currency);
        Money spread = spread(midAfter, terms).minus(spread(midBefore, terms));
        Money wallet = midAfter.minus(midBefore).plus(spread);
        return new Conversion(wallet, spread, residue(fare.amount(), wallet, terms), terms);
    }

    private static Money mid(Money net, Terms terms, Currency currency) {
        return net.convert(terms.rate(), currency, RoundingMode.HALF_EVEN);
    }

    private static Money spread(Money mid, Terms terms) {
        return mid.times(terms.spreadFactor(), RoundingMode.HALF_EVEN);
    }

    /** The rounding of the net after less that of the net before; what is exact in both is linear and cancels. */
    private static BigDecimal residue(Money amount, Money wallet, Terms terms) {
        if (amount.currency().equals(wallet.currency())) {
            return BigDecimal.ZERO;
        }
        int shift =
                wallet.currency().getDefaultFractionDigits() - amount.currency().getDefaultFractionDigits();
        BigDecimal exact = terms.appliedRate().scaleByPowerOfTen(shift).multiply(BigDecimal.valueOf(amount.minor()));
        return BigDecimal.valueOf(wallet.minor()).subtract(exact).stripTrailingZeros();
    }
}
