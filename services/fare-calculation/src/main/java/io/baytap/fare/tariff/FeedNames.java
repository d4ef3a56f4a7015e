package io.baytap.fare.tariff;

import io.baytap.fare.domain.Names;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onebusaway.gtfs.model.Route;
import org.onebusaway.gtfs.model.Stop;

/** Reads {@link Names}. */
final class FeedNames {

    private static final int BUS = 3;

    private FeedNames() {}

    static Names of(GtfsTables tables) {
        Map<String, String> routes = new LinkedHashMap<>();
        for (Row<Route> row : tables.rows(Route.class)) {
            routes.put(row.value().getId().getId(), name(row.value()));
        }
        // Thousands of stops are "Stop 1".
        Map<String, String> known = new HashMap<>();
        Map<String, String> stops = new LinkedHashMap<>();
        for (Row<Stop> row : tables.rows(Stop.class)) {
            String id = row.value().getId().getId();
            String name = row.value().getName();
            stops.put(id, isBlank(name) ? id : known.computeIfAbsent(name.strip(), same -> same));
        }
        return new Names(routes, stops);
    }

    /** A bus is known by its number and where it goes, anything else by its name. */
    private static String name(Route route) {
        String number = route.getShortName();
        String name = route.getLongName();
        if (isBlank(name)) {
            return isBlank(number) ? route.getId().getId() : number.strip();
        }
        return route.getType() == BUS && !isBlank(number) ? number.strip() + " " + name.strip() : name.strip();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
