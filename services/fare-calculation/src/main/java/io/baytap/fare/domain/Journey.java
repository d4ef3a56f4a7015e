package io.baytap.fare.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Taps that are paid for together, in time order: one, or an entry and its exit, or several such pairs that are joined. */
public final class Journey {

    private static final String PREFIX = "journey:";

    private final String id;
    private final List<RiderTap> taps;
    private final List<RiderTap> reTaps;

    /** Of at least one tap. */
    Journey(List<RiderTap> taps, List<RiderTap> reTaps) {
        this.taps = taps;
        this.reTaps = reTaps;
        this.id = idOf(taps.getFirst().id());
    }

    /** Derives from the first tap: {@code journey:tap:<gateId>:<sequence>}. */
    public String id() {
        return id;
    }

    /** The id of a journey that begins with a tap. */
    public static String idOf(String firstTapId) {
        return PREFIX + firstTapId;
    }

    /** The tap that a journey begins with, by the journey's id. */
    public static String firstTapId(String journeyId) {
        if (!journeyId.startsWith(PREFIX)) {
            throw new IllegalArgumentException(journeyId + " is no journey's id");
        }
        return journeyId.substring(PREFIX.length());
    }

    /** Those that count. */
    public List<RiderTap> taps() {
        return Collections.unmodifiableList(taps);
    }

    /** Further ones at the same gates, which change nothing. */
    public List<RiderTap> reTaps() {
        return Collections.unmodifiableList(reTaps);
    }

    RiderTap first() {
        return taps.getFirst();
    }

    RiderTap last() {
        return taps.getLast();
    }

    List<String> tapIds() {
        List<String> ids = new ArrayList<>(taps.size());
        for (RiderTap tap : taps) {
            ids.add(tap.id());
        }
        return ids;
    }

    /** True if these are its taps. */
    boolean consistsOf(List<String> tapIds) {
        if (tapIds.size() != taps.size()) {
            return false;
        }
        for (int i = 0; i < taps.size(); i++) {
            if (!taps.get(i).id().equals(tapIds.get(i))) {
                return false;
            }
        }
        return true;
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
        for (RiderTap tap : taps) {
            if (!tap.terms().network().equals(network)) {
                return false;
            }
        }
        return true;
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
