package io.baytap.tariffs.published;

import java.util.List;

/**
 * A station of a network.
 *
 * @param name in English; empty where only the Chinese one was published
 * @param nameZh in Chinese; empty where only the English one was published
 */
public record Station(String stopId, String routeId, String name, String nameZh) {

    static final Table<Station> TABLE = new Table<>(
            "stations.csv",
            List.of("stop_id", "route_id", "name", "name_zh"),
            r -> List.of(r.stopId, r.routeId, r.name, r.nameZh),
            f -> new Station(f.text("stop_id"), f.text("route_id"), f.text("name"), f.text("name_zh")));
}
