package io.baytap.fare.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Taps that are paid for together, in time order: one, or an entry and its exit, or several such pairs that are joined.
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

    /** True if one of its rides took longer than is allowed. */
    boolean tookTooLong() {
        if (first().terms().pairing() != Pairing.ENTRY_EXIT) {
            return false;
        }
        for (int exit = 1; exit < taps.size(); exit += 2) {
            RiderTap entry = taps.get(exit - 1);
            if (Duration.between(entry.at(), taps.get(exit).at())
                            .compareTo(entry.terms().journeyMax())
                    > 0) {
                return true;
            }
        }
        return false;
    }

    /** False for joined rides on several networks. */
    boolean isOnOneNetwork() {
        String network = first().terms().network();
        return taps.stream().allMatch(tap -> tap.terms().network().equals(network));
    }

    /** When a journey that lacks a tap is no longer waited for. */
    Instant expiry() {
        return first().at().plus(first().terms().journeyMax());
    }

    /** The time of its last tap, further ones included. */
    Instant end() {
        Instant end = last().at();
        for (RiderTap tap : reTaps) {
            end = tap.at().isAfter(end) ? tap.at() : end;
        }
        return end;
    }
}
