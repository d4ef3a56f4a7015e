package io.baytap.fare.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which taps of a rider make which journeys. A function of the taps in time order alone, so arrival order does not matter. */
public final class JourneyRules {

    /** An exit belongs to the entry before it, however slow the ride, unless a day lies between them. */
    static final Duration PAIRING_MAX = Duration.ofHours(24);

    private JourneyRules() {}

    /** The journeys of a rider's taps, which are in time order; a journey that lacks a tap is among them. */
    public static List<Journey> pair(List<RiderTap> inTime) {
        Map<String, List<Passage>> byNetwork = new LinkedHashMap<>();
        for (RiderTap tap : inTime) {
            add(
                    tap,
                    byNetwork.computeIfAbsent(
                            tap.terms().operatorId() + '\n' + tap.terms().network(), _ -> new ArrayList<>()));
        }
        List<Journey> journeys = new ArrayList<>();
        byNetwork.values().forEach(passages -> pair(passages, journeys));
        return journeys;
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
    }

    private static void add(RiderTap tap, List<Passage> passages) {
        if (!passages.isEmpty() && passages.getLast().includes(tap)) {
            passages.getLast().reTaps().add(tap);
        } else {
            passages.add(new Passage(tap, new ArrayList<>()));
        }
    }

    private static void pair(List<Passage> passages, List<Journey> journeys) {
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            if (i + 1 < passages.size() && isExitOf(passage, passages.get(i + 1))) {
                Passage exit = passages.get(++i);
                List<RiderTap> reTaps = new ArrayList<>(passage.reTaps());
                reTaps.addAll(exit.reTaps());
                journeys.add(new Journey(List.of(passage.tap(), exit.tap()), reTaps));
            } else {
                journeys.add(new Journey(List.of(passage.tap()), passage.reTaps()));
            }
        }
    }

    private static boolean isExitOf(Passage entry, Passage next) {
        return entry.tap().terms().pairing() == Pairing.ENTRY_EXIT
                && entry.isEntry()
                && !next.isEntry()
                && !next.tap().at().isAfter(entry.tap().at().plus(PAIRING_MAX));
    }
}
