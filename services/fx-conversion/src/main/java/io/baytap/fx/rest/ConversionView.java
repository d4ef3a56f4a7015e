package io.baytap.fx.rest;

import io.baytap.fx.domain.Conversion;
import io.baytap.fx.domain.CrossRate;
import io.baytap.fx.domain.Estimate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fare comes to in a wallet. {@code walletMinor} is {@code midMinor} and {@code spreadMinor}; rates are units of
 * {@code walletCurrency} for one of {@code fareCurrency}, exact decimals.
 *
 * @param fareMinor whole minor units of {@code fareCurrency}
 * @param walletMinor whole minor units of {@code walletCurrency}, as are {@code midMinor} and {@code spreadMinor}
 * @param rate mid
 * @param appliedRate with the spread in it
 * @param policy which rate the wallet scheme's riders get: {@code AT_TAP}, {@code AT_DEBIT}, {@code LOCKED:30}, {@code BY_PROVIDER:50}
 * @param inForceFrom when the rate was published; null if nothing is converted, or at a parity
 * @param source who published it; null if nothing is converted
 */
public record ConversionView(
        Instant at,
        String wallet,
        long fareMinor,
        String fareCurrency,
        long walletMinor,
        String walletCurrency,
        long midMinor,
        long spreadMinor,
        String rate,
        String appliedRate,
        int spreadBasisPoints,
        String policy,
        @Nullable Instant inForceFrom,
        @Nullable String source,
        List<String> rateIds) {

    static ConversionView of(ConversionRequest asked, Estimate estimate) {
        Conversion conversion = estimate.conversion();
        CrossRate rate = estimate.rate();
        return new ConversionView(
                asked.at(),
                asked.wallet().name(),
                estimate.fare().minor(),
                estimate.fare().currency().getCurrencyCode(),
                conversion.wallet().minor(),
                conversion.wallet().currency().getCurrencyCode(),
                conversion.mid().minor(),
                conversion.spread().minor(),
                conversion.terms().rate().toPlainString(),
                conversion.terms().appliedRate().toPlainString(),
                conversion.terms().spreadBasisPoints(),
                conversion.terms().policy().text(),
                // A parity has no day of its own.
                rate == null || rate.inForceFrom().equals(Instant.EPOCH) ? null : rate.inForceFrom(),
                rate == null ? null : rate.source(),
                conversion.terms().rateIds());
    }
}
