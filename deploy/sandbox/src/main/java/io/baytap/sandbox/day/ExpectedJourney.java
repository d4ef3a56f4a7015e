package io.baytap.sandbox.day;

import java.time.Instant;

/**
 * What one journey should cost.
 *
 * @param journeyId {@code journey:tap:<gate>:<sequence of the first tap>}
 * @param network the part of the operator's business: {@code MTR:heavy-rail}, {@code MTR:bus}, {@code KMB} …
 * @param at the tap that decides the exchange rate
 * @param fareMinor minor units of {@code fareCurrency}; the network's highest fare if the journey is not complete
 * @param walletMinor minor units of {@code walletCurrency}, spread included
 * @param complete false if a tap is missing
 */
public record ExpectedJourney(
        String journeyId,
        String operatorId,
        String network,
        Instant at,
        long fareMinor,
        String fareCurrency,
        long walletMinor,
        String walletCurrency,
        boolean complete) {}
