package io.baytap.fare.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is kept of a rider: the taps of the last days in time order, and what was published for their journeys.
 *
 * @param assessed by journey id
 */
public record RiderHistory(List<RiderTap> taps, Map<String, Assessed> assessed) {

    public static RiderHistory none() {
        return new RiderHistory(List.of(), Map.of());
    }

    public Optional<Tap> find(String tapId) {
        for (RiderTap tap : taps) {
            if (tap.id().equals(tapId)) {
                return Optional.of(tap.tap());
            }
        }
        return Optional.empty();
    }

    /** The time of the latest tap; empty if there is none. */
    public Optional<Instant> latest() {
        return taps.isEmpty() ? Optional.empty() : Optional.of(taps.getLast().at());
    }

    /** With one tap more, at its place in time. */
    public RiderHistory with(RiderTap tap) {
        List<RiderTap> inTime = new ArrayList<>(taps.size() + 1);
        inTime.addAll(taps);
        int at = inTime.size();
        while (at > 0 && Tap.IN_TIME.compare(inTime.get(at - 1).tap(), tap.tap()) > 0) {
            at--;
        }
        inTime.add(at, tap);
        return new RiderHistory(inTime, assessed);
    }

    /** Without the journeys that ended before that time: a journey goes whole, so that what stays pairs as before. */
    public RiderHistory since(Instant oldest) {
        if (taps.isEmpty() || !taps.getFirst().at().isBefore(oldest)) {
            return this;
        }
        Set<String> forgotten = new HashSet<>();
        for (Journey journey : JourneyRules.pair(taps)) {
            if (journey.endedBefore(oldest)) {
                journey.taps().forEach(tap -> forgotten.add(tap.id()));
                journey.reTaps().forEach(tap -> forgotten.add(tap.id()));
            }
        }
        List<RiderTap> kept =
                taps.stream().filter(tap -> !forgotten.contains(tap.id())).toList();
        Map<String, Assessed> stillAssessed = new TreeMap<>(assessed);
        taps.stream()
                .filter(tap -> forgotten.contains(tap.id()))
                .forEach(tap -> stillAssessed.remove(Journey.idOf(tap)));
        return new RiderHistory(kept, stillAssessed);
    }
}
