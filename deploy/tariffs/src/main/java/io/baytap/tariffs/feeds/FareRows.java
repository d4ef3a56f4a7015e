package io.baytap.tariffs.feeds;

import java.math.BigDecimal;

/** Adds leg rules, and the networks, areas and products that they name. */
final class FareRows {

    /** An empty field of a leg rule matches everything. */
    static final String ANY = "";

    /** No two rules of ours match the same leg, so none has to win over another. */
    private static final String PRIORITY = "0";

    private final Feed feed;

    FareRows(Feed feed) {
        this.feed = feed;
    }

    /** A network of its own for one route. */
    void network(String routeId, String name) {
        feed.add(GtfsFile.NETWORKS, routeId, name);
        feed.add(GtfsFile.ROUTE_NETWORKS, routeId, routeId);
    }

    /** A part of a network that taps choose by their deck. */
    void deckNetwork(String networkId, String name) {
        feed.add(GtfsFile.NETWORKS, networkId, name);
    }

    void area(String areaId, String name) {
        feed.add(GtfsFile.AREAS, areaId, name);
    }

    void stopInArea(String stopId, String areaId) {
        feed.add(GtfsFile.STOP_AREAS, areaId, stopId);
    }

    /** @param timeframeGroupId the day type; {@link #ANY} for every day */
    void legRule(String networkId, String fromArea, String toArea, String timeframeGroupId, BigDecimal fare) {
        feed.add(
                GtfsFile.FARE_LEG_RULES,
                networkId,
                networkId,
                fromArea,
                toArea,
                timeframeGroupId,
                product(fare),
                PRIORITY);
    }

    private String product(BigDecimal fare) {
        String currency = feed.operator().currency();
        String id = feed.operator() + ":" + fare.toPlainString();
        feed.add(
                GtfsFile.FARE_PRODUCTS,
                id,
                "Adult single " + fare.toPlainString() + " " + currency,
                fare.toPlainString(),
                currency);
        return id;
    }
}
