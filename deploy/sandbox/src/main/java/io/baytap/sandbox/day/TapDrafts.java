package io.baytap.sandbox.day;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Turns trips into taps, faults included, and counts them gate by gate. */
final class TapDrafts {

    private static final Duration CLOCK_JUMP = Duration.ofHours(3);

    private final GateYard gates;
    private final SplittableRandom random;

    TapDrafts(GateYard gates, SplittableRandom random) {
        this.gates = gates;
        this.random = random;
    }

    /** @param firstSequence above every number of other days, as gates never reuse one */
    List<PlannedTap> of(List<Trip> trips, long firstSequence) {
        List<PlannedTap> drafts = new ArrayList<>();
        for (int i = 0; i < trips.size(); i++) {
            drafts.addAll(of(i, trips.get(i)));
        }
        drafts.sort(Comparator.comparing(PlannedTap::at)
                .thenComparing(tap -> tap.rider().account())
                .thenComparing(tap -> tap.gate().gateId()));
        Map<String, Long> counts = new HashMap<>();
        return drafts.stream()
                .map(tap -> tap.counted(counts.merge(tap.gate().gateId(), firstSequence, (count, _) -> count + 1)))
                .toList();
    }

    private List<PlannedTap> of(int number, Trip trip) {
        Ride ride = trip.ride();
        List<PlannedTap> taps = new ArrayList<>();
        boolean enters = !ride.fromStopId().isEmpty() && trip.fault() != Fault.MISSING_ENTRY;
        boolean leaves = !ride.toStopId().isEmpty() && trip.fault() != Fault.MISSING_EXIT;
        if (enters) {
            taps.add(good(number, trip, gates.find(ride, ride.fromStopId()), trip.start(), true));
        }
        if (leaves) {
            // Who leaves a vehicle leaves the one that was boarded.
            PlannedGate gate = enters && !taps.getFirst().gate().isFixed()
                    ? taps.getFirst().gate()
                    : gates.find(ride, ride.toStopId());
            taps.add(good(number, trip, gate, trip.end(), false));
        }
        taps.addAll(beside(trip, taps.getFirst()));
        return taps;
    }

    /** What the fault adds around the trip's first tap. */
    private List<PlannedTap> beside(Trip trip, PlannedTap first) {
        Instant before = first.at().minusMillis(4_000 + random.nextInt(20_000));
        return switch (trip.fault()) {
            case NONE, MISSING_EXIT, MISSING_ENTRY -> List.of();
            case RE_TAP -> List.of(again(first, first.at().plusMillis(1_500 + random.nextInt(20_000))));
            case EXPIRED_CODE -> List.of(refused(first, before, PlannedTap.Code.EXPIRED, "CODE_EXPIRED"));
            case FORGED_CODE -> List.of(refused(first, before, PlannedTap.Code.FORGED, "CODE_SIGNATURE_INVALID"));
            case UNKNOWN_ISSUER ->
                List.of(refused(first, before, PlannedTap.Code.UNKNOWN_ISSUER, "CODE_ISSUER_UNKNOWN"));
            case MALFORMED_CODE -> List.of(refused(first, before, PlannedTap.Code.MALFORMED, "CODE_MALFORMED"));
            case UNKNOWN_STOP ->
                List.of(elsewhere(first, before, trip.ride().route().routeId(), first.stopId() + "00", "UNKNOWN_STOP"));
            case LOCATION_MISMATCH ->
                List.of(elsewhere(
                        first, before, first.gate().routeId(), otherStation(trip.ride()), "LOCATION_MISMATCH"));
            case CLOCK_AHEAD -> List.of(ahead(first, before));
        };
    }

    private static String otherStation(Ride ride) {
        List<String> stations = ride.route().stopIds();
        String first = ride.fromStopId();
        return stations.getFirst().equals(first) ? stations.getLast() : stations.getFirst();
    }

    private static PlannedTap good(int number, Trip trip, PlannedGate gate, Instant at, boolean entry) {
        String route = gate.isFixed() ? null : trip.ride().route().routeId();
        String stop = gate.isFixed()
                ? null
                : entry ? trip.ride().fromStopId() : trip.ride().toStopId();
        return new PlannedTap(number, gate, 0, at, at, entry, trip.rider(), PlannedTap.Code.VALID, route, stop, null);
    }

    private static PlannedTap again(PlannedTap tap, Instant at) {
        return copy(tap, at, at, PlannedTap.Code.VALID, tap.routeId(), tap.stopId(), null);
    }

    private static PlannedTap refused(PlannedTap tap, Instant at, PlannedTap.Code code, String reason) {
        return copy(tap, at, at, code, tap.routeId(), tap.stopId(), reason);
    }

    private static PlannedTap elsewhere(
            PlannedTap tap, Instant at, @Nullable String routeId, String stopId, String reason) {
        return copy(tap, at, at, PlannedTap.Code.VALID, routeId, stopId, reason);
    }

    private static PlannedTap ahead(PlannedTap tap, Instant at) {
        return copy(
                tap, at, at.plus(CLOCK_JUMP), PlannedTap.Code.LONG_LIVED, tap.routeId(), tap.stopId(), "CLOCK_AHEAD");
    }

    private static PlannedTap copy(
            PlannedTap tap,
            Instant at,
            Instant occurredAt,
            PlannedTap.Code code,
            @Nullable String routeId,
            @Nullable String stopId,
            @Nullable String refusal) {
        return new PlannedTap(
                tap.trip(), tap.gate(), 0, at, occurredAt, tap.entry(), tap.rider(), code, routeId, stopId, refusal);
    }
}
