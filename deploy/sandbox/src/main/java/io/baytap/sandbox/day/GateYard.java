package io.baytap.sandbox.day;

import io.baytap.sandbox.published.PublishedRoute;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The gates of the day: as many per station, per pier and deck, and per vehicle route as the rides there keep busy. */
final class GateYard {

    static final String STOLEN = "KMB-stolen-1";
    static final PlannedGate UNREGISTERED = new PlannedGate("KMB-unregistered-1", "KMB", "BUS", null, null, null, true);

    private static final int RIDES_PER_VEHICLE = 80;
    private static final int RIDES_PER_STAND = 150;

    private final SplittableRandom random;
    private final Map<String, PlannedGate> gates = new TreeMap<>();
    private final Map<String, Integer> ridesOfRoute = new HashMap<>();

    GateYard(List<Trip> trips, SplittableRandom random) {
        this.random = random;
        trips.forEach(trip -> ridesOfRoute.merge(trip.ride().route().routeId(), 1, Integer::sum));
        gates.put(STOLEN, new PlannedGate(STOLEN, "KMB", "BUS", null, null, null, false));
    }

    /** All gates so far, in the order of their ids. */
    Collection<PlannedGate> gates() {
        return gates.values();
    }

    PlannedGate stolen() {
        return new PlannedGate(STOLEN, "KMB", "BUS", null, null, null, false);
    }

    /** The gate that a rider finds: at the stop, or in the vehicle that comes. */
    PlannedGate find(Ride ride, String stopId) {
        return switch (ride.service().collection()) {
            case STATIONS, PIER -> fixed(ride, stopId);
            case BOARDING, LEAVING -> vehicle(ride);
        };
    }

    private PlannedGate fixed(Ride ride, String stopId) {
        PublishedRoute route = ride.route();
        String deck = ride.deck().isEmpty() ? "" : "-" + ride.deck();
        String gateId = route.routeId().replace(':', '-') + "-"
                + (route.stopIds().indexOf(stopId) + 1) + deck + "-" + (1 + random.nextInt(gatesPerStand(route)));
        return gates.computeIfAbsent(
                gateId,
                id -> new PlannedGate(
                        id,
                        route.operatorId(),
                        route.mode(),
                        route.routeId(),
                        stopId,
                        ride.deck().isEmpty() ? null : ride.deck(),
                        true));
    }

    private PlannedGate vehicle(Ride ride) {
        PublishedRoute route = ride.route();
        int vehicles = 1 + rides(route) / RIDES_PER_VEHICLE;
        String gateId = route.routeId().replace(':', '-') + "-v" + (1 + random.nextInt(vehicles));
        return gates.computeIfAbsent(
                gateId, id -> new PlannedGate(id, route.operatorId(), route.mode(), null, null, null, true));
    }

    private int gatesPerStand(PublishedRoute route) {
        return 1 + rides(route) / (RIDES_PER_STAND * route.stopIds().size());
    }

    private int rides(PublishedRoute route) {
        return ridesOfRoute.getOrDefault(route.routeId(), 0);
    }
}
