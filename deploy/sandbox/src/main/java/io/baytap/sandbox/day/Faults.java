package io.baytap.sandbox.day;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Lets things go wrong: every fault on its share of the trips and at least once, at most one per trip. */
final class Faults {

    private Faults() {}

    static List<Trip> among(List<Trip> trips, SplittableRandom random) {
        List<Trip> result = new ArrayList<>(trips);
        List<Integer> order =
                Popularity.shuffled(IntStream.range(0, trips.size()).boxed().toList(), random);
        Set<Integer> taken = new HashSet<>();
        // A missing exit before a missing entry would make one whole journey: nobody has both.
        Set<Rider> incomplete = new HashSet<>();
        for (Fault fault : Fault.values()) {
            int wanted = fault == Fault.NONE ? 0 : Math.max(1, (int) Math.round(fault.share() * trips.size()));
            for (int index : order) {
                Trip trip = trips.get(index);
                if (wanted > 0
                        && !taken.contains(index)
                        && fault.fits(trip.ride())
                        && (!leavesIncomplete(fault) || incomplete.add(trip.rider()))) {
                    taken.add(index);
                    result.set(index, trip.with(fault));
                    wanted--;
                }
            }
        }
        return result;
    }

    private static boolean leavesIncomplete(Fault fault) {
        return fault == Fault.MISSING_EXIT || fault == Fault.MISSING_ENTRY;
    }
}
