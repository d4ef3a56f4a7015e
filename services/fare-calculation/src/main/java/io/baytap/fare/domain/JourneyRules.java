package io.baytap.fare.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which taps of a rider make which journeys. A function of the taps in time order alone, so arrival order does not matter. */
public final class JourneyRules {

    /** An exit belongs to the entry before it, however slow the ride, unless a day lies between them. */
    static final Duration PAIRING_MAX = Duration.ofHours(24);

    private JourneyRules() {}

    /** The journeys of a rider's taps, which are in time order; a journey that lacks a tap is among them. */
    public static List<Journey> pair(List<RiderTap> inTime) {
        List<Journey> journeys = new ArrayList<>();
        Map<String, RiderTap> openEntries = new LinkedHashMap<>();
        Map<String, RiderTap> previous = new LinkedHashMap<>();
        for (RiderTap tap : inTime) {
            String network = tap.terms().operatorId() + '\n' + tap.terms().network();
            if (isReTap(previous.get(network), tap)) {
                continue;
            }
            previous.put(network, tap);
            switch (tap.terms().pairing()) {
                case ON_ENTRY -> addIf(tap.tap().direction() == Direction.ENTRY, tap, journeys);
                case ON_EXIT -> addIf(tap.tap().direction() == Direction.EXIT, tap, journeys);
                case ENTRY_EXIT -> pair(network, tap, openEntries, journeys);
            }
        }
        openEntries.values().forEach(entry -> journeys.add(new Journey(List.of(entry))));
        return journeys;
    }

    /** Holding a code twice to the same reader is one tap. */
    static boolean isReTap(@Nullable RiderTap before, RiderTap tap) {
        return before != null
                && before.tap().gateId().equals(tap.tap().gateId())
                && before.tap().direction() == tap.tap().direction()
                && !tap.at().isAfter(before.at().plus(tap.terms().reTapWindow()));
    }

    private static void pair(String network, RiderTap tap, Map<String, RiderTap> openEntries, List<Journey> journeys) {
        RiderTap entry =
                tap.tap().direction() == Direction.ENTRY ? openEntries.put(network, tap) : openEntries.remove(network);
        boolean isExit = tap.tap().direction() == Direction.EXIT;
        if (isExit && entry != null && !tap.at().isAfter(entry.at().plus(PAIRING_MAX))) {
            journeys.add(new Journey(List.of(entry, tap)));
            return;
        }
        addIf(entry != null, entry, journeys);
        addIf(isExit, tap, journeys);
    }

    private static void addIf(boolean condition, @Nullable RiderTap tap, List<Journey> journeys) {
        if (condition && tap != null) {
            journeys.add(new Journey(List.of(tap)));
        }
    }
}
