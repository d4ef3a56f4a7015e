package io.baytap.tariffs.feeds;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Adds leg rules, and the networks, areas and products that they name. */
final class FareRows {

    /** An empty field of a leg rule matches everything. */
    static final String ANY = "";

    /** No two rules of published fares by stop match the same leg, so none has to win over another. */
    private static final String ORDINARY = "0";
    /** A section fare stands above them. Of two sections the cheaper one counts. */
    private static final String SECTION = "1";

    private final Feed feed;
    private final Map<String, String> legGroups = new HashMap<>();

    FareRows(Feed feed) {
        this.feed = feed;
    }

    /** Puts a network's legs in a group with those of others. Otherwise each network is a group. */
    void legGroup(String networkId, String legGroupId) {
        legGroups.put(networkId, legGroupId);
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
        legRule(networkId, fromArea, toArea, timeframeGroupId, fare, ORDINARY);
    }

    /** The fare of who boards and alights within a section, above whatever else is published for that ride. */
    void sectionRule(String networkId, String fromArea, String toArea, BigDecimal fare) {
        legRule(networkId, fromArea, toArea, ANY, fare, SECTION);
    }

    private void legRule(
            String networkId,
            String fromArea,
            String toArea,
            String timeframeGroupId,
            BigDecimal fare,
            String priority) {
        feed.add(
                GtfsFile.FARE_LEG_RULES,
                legGroups.getOrDefault(networkId, networkId),
                networkId,
                fromArea,
                toArea,
                timeframeGroupId,
                product(fare),
                priority);
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
