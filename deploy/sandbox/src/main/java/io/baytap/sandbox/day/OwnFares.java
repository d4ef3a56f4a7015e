package io.baytap.sandbox.day;

import io.baytap.sandbox.published.Published;
import io.baytap.sandbox.published.PublishedRoute;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What a journey costs by itself, looked up in the published tables. */
final class OwnFares {

    /** Operators where an alighting tap counts. */
    static final Set<String> GIVE_BACK = Set.of("KMB", "CTB");

    private final Published published;
    private final LocalDate day;
    private final Instant change;

    /** @param day on whose noon KMB's tariff changes */
    OwnFares(Published published, LocalDate day) {
        this.published = published;
        this.day = day;
        this.change = day.atTime(LocalTime.NOON).atZone(Travel.LOCAL).toInstant();
    }

    /** Whether a journey that begins then is priced by the tariff of the afternoon. */
    boolean isAfterChange(Instant at) {
        return !at.isBefore(change);
    }

    /** @param taps of the trip that are to be accepted, in time order */
    Travelled of(Ride ride, List<PlannedTap> taps) {
        var found = new Travelled.Found();
        found.counting.add(taps.getFirst());
        boolean entered = taps.getFirst().entry();
        Optional<PlannedTap> exit =
                taps.stream().filter(tap -> entered && !tap.entry()).findFirst();
        boolean complete = true;
        switch (ride.service().collection()) {
            case STATIONS -> {
                complete = exit.isPresent();
                exit.ifPresentOrElse(tap -> between(ride, tap, found), () -> incomplete(ride, found));
            }
            case BOARDING -> aboard(ride, exit, found);
            case LEAVING, PIER -> found.aloneMinor = ride.fareMinor();
        }
        if (ride.service().operatorId().equals("KMB")) {
            found.notes.add(change(
                    found.counting.getFirst().at(), found.counting.getLast().at()));
        }
        return new Travelled(
                "journey:" + found.counting.getFirst().eventId(),
                ride,
                found.counting.getFirst().occurredAt(),
                found.counting.getLast().occurredAt(),
                found.aloneMinor,
                found.rebateMinor,
                found.surchargeMinor,
                complete,
                Set.copyOf(found.notes));
    }

    private Note change(Instant departs, Instant arrives) {
        if (isAfterChange(departs)) {
            return Note.AFTER_CHANGE;
        }
        return isAfterChange(arrives) ? Note.ACROSS_CHANGE : Note.BEFORE_CHANGE;
    }

    private void incomplete(Ride ride, Travelled.Found found) {
        found.notes.add(Note.INCOMPLETE);
        found.aloneMinor = published.highestFare(ride.route().routeId());
    }

    private void between(Ride ride, PlannedTap exit, Travelled.Found found) {
        String network = ride.service().id();
        Duration stay = Duration.between(found.counting.getFirst().at(), exit.at());
        found.counting.add(exit);
        found.aloneMinor = ride.fareMinor();
        if (network.equals(Terms.HEAVY_RAIL)) {
            samePlace(ride, stay, found);
        }
        Duration stayMax = network.equals(Published.SHENZHEN) ? Terms.SHENZHEN_STAY : Terms.MTR_STAY;
        if (stay.compareTo(stayMax) > 0) {
            found.notes.add(Note.OVERSTAYED);
            long highest = published.highestFare(network);
            if (network.equals(Terms.HEAVY_RAIL) || network.equals(Published.SHENZHEN)) {
                found.surchargeMinor = highest;
            } else {
                found.aloneMinor = highest;
            }
        }
    }

    private void samePlace(Ride ride, Duration stay, Travelled.Found found) {
        if (Terms.LINKED.stream()
                .anyMatch(pair -> !ride.fromStopId().equals(ride.toStopId())
                        && pair.containsAll(List.of(ride.fromStopId(), ride.toStopId())))) {
            found.notes.add(Note.LINKED_STATIONS);
            found.aloneMinor = 0;
        }
        if (!ride.fromStopId().equals(ride.toStopId())) {
            return;
        }
        if (stay.compareTo(Terms.SAME_STATION_FREE) <= 0) {
            found.notes.add(Note.SAME_STATION_FREE);
            found.aloneMinor = 0;
        } else {
            found.notes.add(Note.SAME_STATION_PAID);
            found.aloneMinor = Terms.BORDER_STATIONS.contains(ride.fromStopId())
                    ? published.lowestFare(Terms.HEAVY_RAIL, ride.fromStopId()).orElseThrow()
                    : Terms.SAME_STATION_MINOR;
        }
    }

    private void aboard(Ride ride, Optional<PlannedTap> exit, Travelled.Found found) {
        found.aloneMinor = ride.fareMinor();
        if (exit.isEmpty() || !GIVE_BACK.contains(ride.service().operatorId())) {
            return;
        }
        PlannedTap boarding = found.counting.getFirst();
        if (Duration.between(boarding.at(), exit.get().at()).compareTo(Terms.ALIGHTING) > 0) {
            found.notes.add(Note.ALIGHTED_TOO_LATE);
            return;
        }
        found.counting.add(exit.get());
        found.aloneMinor = rideFare(ride, !isAfterChange(boarding.at())).orElse(ride.fareMinor());
        found.rebateMinor = ride.fareMinor() - found.aloneMinor;
        found.notes.add(found.rebateMinor == 0 ? Note.NO_REBATE : Note.REBATE);
    }

    /** A section's fare stands above what is published for the two stops. */
    OptionalLong rideFare(Ride ride, boolean beforeChange) {
        PublishedRoute route = ride.route();
        int on = route.number(ride.fromStopId());
        int off = route.number(ride.toStopId());
        OptionalLong section = published.sectionFare(route, on, off, beforeChange);
        return section.isPresent() ? section : published.rideFare(route, on, off, day);
    }
}
