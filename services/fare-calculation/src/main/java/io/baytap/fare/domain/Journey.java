package io.baytap.fare.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Taps that are paid for together, in time order: one, or an entry and its exit.
 *
 * @param taps those that count
 * @param reTaps further ones at the same gates, which change nothing
 */
public record Journey(List<RiderTap> taps, List<RiderTap> reTaps) {

    public Journey {
        taps = List.copyOf(taps);
        reTaps = List.copyOf(reTaps);
    }

    /** Derives from the first tap: {@code journey:tap:<gateId>:<sequence>}. */
    public String id() {
        return idOf(first());
    }

    static String idOf(RiderTap first) {
        return "journey:" + first.id();
    }

    RiderTap first() {
        return taps.getFirst();
    }

    RiderTap last() {
        return taps.getLast();
    }

    List<String> tapIds() {
        return taps.stream().map(RiderTap::id).toList();
    }

    /** True if a tap is missing: the other half of an entry or an exit. */
    boolean lacksTap() {
        return first().terms().pairing() == Pairing.ENTRY_EXIT && taps.size() == 1;
    }

    boolean tookTooLong() {
        return Duration.between(first().at(), last().at())
                        .compareTo(first().terms().journeyMax())
                > 0;
    }

    /** When a journey that lacks a tap is no longer waited for. */
    Instant expiry() {
        return first().at().plus(first().terms().journeyMax());
    }

    /** True if all of its taps, further ones included, lie before that time. */
    boolean endedBefore(Instant time) {
        return last().at().isBefore(time)
                && reTaps.stream().allMatch(tap -> tap.at().isBefore(time));
    }
}
