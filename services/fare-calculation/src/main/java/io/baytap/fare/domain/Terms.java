package io.baytap.fare.domain;

import java.time.Duration;
import java.util.Currency;

/**
 * The policy under which a tap was admitted. It stays with the tap, so that a tariff loaded later never pairs old taps
 * anew.
 *
 * @param network taps of one network pair with each other; the feed's network, or the route where it has none
 * @param journeyMax for {@link Pairing#ENTRY_EXIT}: a journey that takes longer, or lacks a tap for longer, costs the
 *     maximum fare; otherwise zero
 * @param reTapWindow a further tap at the same gate in the same direction within this time is the same tap
 */
public record Terms(
        String operatorId,
        String city,
        String territory,
        Currency currency,
        String network,
        Pairing pairing,
        Duration journeyMax,
        Duration reTapWindow) {}
