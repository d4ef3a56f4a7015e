package io.baytap.fx.domain;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/** How a fare becomes an amount of the wallet's currency. Pure: rates, spread and history are parameters. */
public final class ConversionRules {

    private static final int BASIS_POINT_DECIMALS = 4;

    private ConversionRules() {}

    /**
     * The terms of a fare's journey: none are needed in the wallet's own currency; else the rate in force when the fare
     * occurred. Empty if no usable rate is known yet: the fare waits.
     */
    public static Optional<Terms> terms(Fare fare, RateBook rates, Spreads spreads) {
        if (fare.inWalletCurrency()) {
            return Optional.of(Terms.AT_PAR);
        }
        return rates.find(fare.amount().currency(), fare.walletScheme().currency(), fare.occurredAt())
                .map(rate -> new Terms(rate.value(), rate.rateIds(), spreads.basisPoints(fare.walletScheme())));
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
        return new Conversion(midAfter.minus(midBefore).plus(spread), spread, terms);
    }

    private static Money mid(Money net, Terms terms, Currency currency) {
        return net.convert(terms.rate(), currency, RoundingMode.HALF_EVEN);
    }

    private static Money spread(Money mid, Terms terms) {
        return mid.times(BigDecimal.valueOf(terms.spreadBasisPoints(), BASIS_POINT_DECIMALS), RoundingMode.HALF_EVEN);
    }
}
