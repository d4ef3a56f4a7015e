package io.baytap.local;

import io.baytap.local.events.LineEvents;
import io.baytap.local.events.Rejection;
import io.baytap.local.events.Tap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Counts taps by verdict, of operators and of hours. */
final class TapGroups {

    private static final int HOURS = 24;

    private final LineEvents events;

    TapGroups(LineEvents events) {
        this.events = events;
    }

    /** Of those that have any. */
    List<Summary.TapGroup> byOperator() {
        return groups(new TreeMap<>(), Tap::operatorId, Rejection::operatorId);
    }

    /** Of all hours, summed over the days. */
    List<Summary.TapGroup> byHour() {
        Map<String, long[]> hours = new TreeMap<>();
        for (int hour = 0; hour < HOURS; hour++) {
            hours.put(name(hour), new long[3]);
        }
        return groups(hours, tap -> name(tap.hour()), rejection -> name(rejection.hour()));
    }

    private List<Summary.TapGroup> groups(
            Map<String, long[]> counts, Function<Tap, String> of, Function<Rejection, String> ofRejected) {
        events.taps.all().forEach(tap -> count(counts, of.apply(tap), tap.late() ? 1 : 0));
        events.rejections.all().forEach(rejection -> count(counts, ofRejected.apply(rejection), 2));
        List<Summary.TapGroup> groups = new ArrayList<>();
        counts.forEach((group, taps) -> groups.add(new Summary.TapGroup(group, taps[0], taps[1], taps[2])));
        return groups;
    }

    private static void count(Map<String, long[]> counts, String group, int verdict) {
        counts.computeIfAbsent(group, _ -> new long[3])[verdict]++;
    }

    private static String name(int hour) {
        return "%02d".formatted(hour);
    }
}
