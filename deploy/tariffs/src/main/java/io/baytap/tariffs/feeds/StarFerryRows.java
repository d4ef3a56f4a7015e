package io.baytap.tariffs.feeds;

import io.baytap.tariffs.published.Route;
import io.baytap.tariffs.published.StarFerryFare;
import java.util.List;

/** The Star Ferry: one price per route, deck and day type. A deck that taps name is a network of its own. */
final class StarFerryRows {

    private final Feed feed;
    private final FareRows fares;
    private final List<StarFerryFare> starFerryFares;

    StarFerryRows(Feed feed, FareRows fares, List<StarFerryFare> starFerryFares) {
        this.feed = feed;
        this.fares = fares;
        this.starFerryFares = starFerryFares;
    }

    void add(Route route) {
        String piers = route.routeId();
        fares.area(piers, route.name());
        String[] names = route.name().split(" - ", -1);
        for (int stop = 1; stop <= route.stops(); stop++) {
            feed.add(GtfsFile.STOPS, route.stopId(stop), names[stop - 1]);
            fares.stopInArea(route.stopId(stop), piers);
        }
        for (StarFerryFare fare : starFerryFares) {
            if (fare.routeId().equals(route.routeId())) {
                fares.legRule(network(route, fare.deck()), piers, piers, fare.dayType(), fare.fare());
            }
        }
    }

    private String network(Route route, String deck) {
        if (deck.isEmpty()) {
            fares.network(route.routeId(), route.name());
            return route.routeId();
        }
        String networkId = route.routeId() + "/" + deck;
        fares.deckNetwork(networkId, route.name() + " " + deck);
        return networkId;
    }
}
