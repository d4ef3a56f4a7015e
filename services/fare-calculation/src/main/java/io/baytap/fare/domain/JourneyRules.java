package io.baytap.fare.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which taps of a rider make which journeys. A function of the taps in time order alone, so arrival order does not matter. */
public final class JourneyRules {

    /** An exit belongs to the entry before it, however slow the ride, unless a day lies between them. */
    static final Duration PAIRING_MAX = Duration.ofHours(24);

    /** By the time of the first tap; those of the same microsecond by its id. */
    private static final Comparator<Journey> BY_START =
            Comparator.comparing(journey -> journey.first().tap(), Tap.IN_TIME);

    private JourneyRules() {}

    /**
     * The journeys of a rider's taps, which are in time order; a journey that lacks a tap is among them.
     *
     * @param tariffs say which journeys are joined to one
     * @return in the order of their first taps
     */
    public static List<Journey> pair(List<RiderTap> inTime, Tariffs tariffs) {
        Map<Network, List<Passage>> byNetwork = new LinkedHashMap<>();
        for (RiderTap tap : inTime) {
            add(tap, byNetwork.computeIfAbsent(Network.of(tap.terms()), _ -> new ArrayList<>(2)));
        }
        List<Journey> journeys = new ArrayList<>(inTime.size());
        byNetwork.values().forEach(passages -> pair(passages, journeys));
        journeys.sort(BY_START);
        return join(journeys, tariffs);
    }

    /** Whose taps pair with each other. */
    private record Network(String operatorId, String network) {
        static Network of(Terms terms) {
            return new Network(terms.operatorId(), terms.network());
        }
    }

    /** A gate that was passed: the tap that counts, and further ones. Holding a code twice to the same reader is one tap. */
    private record Passage(RiderTap tap, List<RiderTap> reTaps) {

        /** The window is counted from the first tap, so that a row of taps cannot stretch it. */
        boolean includes(RiderTap next) {
            return tap.tap().gateId().equals(next.tap().gateId())
                    && tap.tap().direction() == next.tap().direction()
                    && !next.at().isAfter(tap.at().plus(next.terms().reTapWindow()));
        }

        boolean isEntry() {
            return tap.tap().direction() == Direction.ENTRY;
        }

        /** To leave a bus without having boarded it is no journey. */
        boolean isJourney() {
            return isEntry() || tap.terms().pairing() != Pairing.BOARD_THEN_REBATE;
        }
    }

    private static void add(RiderTap tap, List<Passage> passages) {
        if (!passages.isEmpty() && passages.getLast().includes(tap)) {
            passages.getLast().reTaps().add(tap);
        } else {
            passages.add(new Passage(tap, new ArrayList<>(0)));
        }
    }

    private static void pair(List<Passage> passages, List<Journey> journeys) {
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            if (i + 1 < passages.size() && isExitOf(passage, passages.get(i + 1))) {
                Passage exit = passages.get(++i);
                journeys.add(new Journey(List.of(passage.tap(), exit.tap()), both(passage.reTaps(), exit.reTaps())));
            } else if (passage.isJourney()) {
                journeys.add(new Journey(List.of(passage.tap()), passage.reTaps()));
            }
        }
    }

    private static boolean isExitOf(Passage entry, Passage next) {
        if (!entry.isEntry() || next.isEntry()) {
            return false;
        }
        Terms terms = entry.tap().terms();
        return switch (terms.pairing()) {
            case ENTRY_EXIT -> !next.tap().at().isAfter(entry.tap().at().plus(PAIRING_MAX));
            case BOARD_THEN_REBATE -> !next.tap().at().isAfter(entry.tap().at().plus(terms.journeyMax()));
            case ON_ENTRY, ON_EXIT -> false;
        };
    }

    private static List<Journey> join(List<Journey> journeys, Tariffs tariffs) {
        if (tariffs.joinNothing()) {
            return journeys;
        }
        List<Journey> joined = new ArrayList<>(journeys.size());
        for (Journey next : journeys) {
            Optional<Journey> before = joined.isEmpty() ? Optional.empty() : Optional.of(joined.getLast());
            if (before.isPresent() && joins(before.get(), next, tariffs)) {
                Journey first = joined.removeLast();
                joined.add(new Journey(both(first.taps(), next.taps()), both(first.reTaps(), next.reTaps())));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static boolean joins(Journey before, Journey next, Tariffs tariffs) {
        Tap left = before.last().tap();
        Tap entered = next.first().tap();
        Instant start = before.first().at();
        return before.taps().size() % 2 == 0
                && next.taps().size() == 2
                && left.operatorId().equals(entered.operatorId())
                && tariffs.find(left.operatorId(), start)
                        .map(tariff -> tariff.joins(before.last(), next.first()))
                        .orElse(false);
    }

    private static List<RiderTap> both(List<RiderTap> first, List<RiderTap> second) {
        if (second.isEmpty()) {
            return first;
        }
        List<RiderTap> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
