package io.baytap.fare.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** True if the tap is in it already. */
    public boolean knows(String tapId) {
        return taps.stream().anyMatch(tap -> tap.id().equals(tapId));
    }

    /** With one tap more, at its place in time. */
    public RiderHistory with(RiderTap tap) {
        List<RiderTap> inTime = new ArrayList<>(taps);
        int at = inTime.size();
        while (at > 0 && Tap.IN_TIME.compare(inTime.get(at - 1).tap(), tap.tap()) > 0) {
            at--;
        }
        inTime.add(at, tap);
        return new RiderHistory(inTime, assessed);
    }

    /**
     * Without what ended before that time. Taps that belong together, as a journey or as re-taps, go together: otherwise what
     * stays would be paired anew.
     */
    public RiderHistory since(Instant oldest) {
        int keepFrom = 0;
        for (int next = 1; next <= taps.size() && taps.get(next - 1).at().isBefore(oldest); next++) {
            if (next == taps.size()
                    || taps.get(next - 1)
                            .at()
                            .plus(JourneyRules.PAIRING_MAX)
                            .isBefore(taps.get(next).at())
                    || separate(next)) {
                keepFrom = next;
            }
        }
        List<RiderTap> kept = taps.subList(keepFrom, taps.size());
        Map<String, Assessed> stillAssessed = new TreeMap<>(assessed);
        stillAssessed
                .values()
                .removeIf(fare -> fare.fareAt().isBefore(oldest)
                        && kept.stream().noneMatch(tap -> fare.journeyId().equals("journey:" + tap.id())));
        return new RiderHistory(List.copyOf(kept), stillAssessed);
    }

    /** True if pairing the taps before that place and those from it on gives what pairing all of them gives. */
    private boolean separate(int place) {
        List<Journey> apart = new ArrayList<>(JourneyRules.pair(taps.subList(0, place)));
        apart.addAll(JourneyRules.pair(taps.subList(place, taps.size())));
        return sorted(apart).equals(sorted(JourneyRules.pair(taps)));
    }

    private static List<Journey> sorted(List<Journey> journeys) {
        return journeys.stream()
                .sorted((a, b) -> Tap.IN_TIME.compare(a.first().tap(), b.first().tap()))
                .toList();
    }
}
