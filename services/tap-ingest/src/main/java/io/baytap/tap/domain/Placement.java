package io.baytap.tap.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a tap happened, by the gate's registration and what the tap says. */
public sealed interface Placement {

    record At(Place place) implements Placement {}

    record Refused(RejectReason reason) implements Placement {}

    /** A fixed gate's own place stands; a tap may repeat it but not contradict it. A moving gate's taps name theirs. */
    static Placement of(Tap tap, Gate gate, Register<Route> routes) {
        Gate.Stand stand = gate.stand();
        RejectReason contradiction = firstOf(
                contradiction("routeId", stand.routeId(), tap.routeId()),
                contradiction("stopId", stand.stopId(), tap.stopId()),
                contradiction("deck", stand.deck(), tap.deck()));
        if (contradiction != null) {
            return new Refused(contradiction);
        }
        String routeId = stand.routeId() != null ? stand.routeId() : tap.routeId();
        String stopId = stand.stopId() != null ? stand.stopId() : tap.stopId();
        if (routeId == null || stopId == null) {
            return new Refused(new RejectReason.MalformedTap(
                    routeId == null ? "routeId" : "stopId", "required: the gate has no fixed place"));
        }
        return onRoute(new Place(routeId, stopId, stand.deck() != null ? stand.deck() : tap.deck()), gate, routes);
    }

    private static Placement onRoute(Place place, Gate gate, Register<Route> routes) {
        Route route = routes.find(place.routeId());
        if (route == null) {
            return new Refused(new RejectReason.UnknownStop("routeId", place.routeId()));
        }
        if (!route.operatorId().equals(gate.operatorId())) {
            return new Refused(new RejectReason.LocationMismatch("routeId", "the route is another operator's"));
        }
        if (!route.stopIds().contains(place.stopId())) {
            return new Refused(new RejectReason.UnknownStop("stopId", place.stopId()));
        }
        if (place.deck() != null && !route.hasDecks()) {
            return new Refused(new RejectReason.LocationMismatch("deck", "the route has no decks"));
        }
        return new At(place);
    }

    private static @Nullable RejectReason contradiction(
            String field, @Nullable String registered, @Nullable String given) {
        return registered == null || given == null || Objects.equals(registered, given)
                ? null
                : new RejectReason.LocationMismatch(field, "the gate is registered at " + registered);
    }

    private static @Nullable RejectReason firstOf(@Nullable RejectReason... reasons) {
        for (RejectReason reason : reasons) {
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }
}
