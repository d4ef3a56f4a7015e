package io.baytap.sandbox.day;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What one journey should cost, and why.
 *
 * @param journeyId {@code journey:tap:<gate>:<sequence of the first tap>}
 * @param network the part of the operator's business: {@code MTR:heavy-rail}, {@code MTR:bus}, {@code KMB} …
 * @param at the tap that decides the exchange rate
 * @param aloneMinor what the ride costs by itself, before adjustments; the network's highest fare if the journey is not complete
 * @param rebateMinor what an alighting tap brought back of the boarding fare
 * @param adjustments from {@code aloneMinor} to {@code fareMinor}, in the order in which they apply
 * @param fareMinor what it costs in the end, minor units of {@code fareCurrency}
 * @param walletMinor minor units of {@code walletCurrency}, spread included
 * @param complete false if a tap is missing
 */
public record ExpectedJourney(
        String journeyId,
        String operatorId,
        String network,
        Instant at,
        long aloneMinor,
        long rebateMinor,
        List<ExpectedAdjustment> adjustments,
        long fareMinor,
        String fareCurrency,
        long walletMinor,
        String walletCurrency,
        boolean complete,
        Set<Note> notes) {

    /** Minor units of {@code fareCurrency} that adjustments of a kind come to; 0 if there is none. */
    public long adjustedMinor(ExpectedAdjustment.Kind kind) {
        return adjustments.stream()
                .filter(adjustment -> adjustment.kind() == kind)
                .mapToLong(ExpectedAdjustment::amountMinor)
                .sum();
    }
}
