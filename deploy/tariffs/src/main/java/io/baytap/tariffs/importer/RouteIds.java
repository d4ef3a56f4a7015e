package io.baytap.tariffs.importer;

import io.baytap.tariffs.published.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives every route variant an id, and the same one at every import. */
final class RouteIds {

    private record Ref(String operatorId, String sourceRef) {}

    private final Map<Ref, String> given = new HashMap<>();
    private final Map<String, Integer> lastNumbers = new HashMap<>();

    /** @param standing the routes of the import before; their ids stay theirs */
    RouteIds(List<Route> standing) {
        for (Route route : standing) {
            given.put(new Ref(route.operatorId(), route.sourceRef()), route.routeId());
            int colon = route.routeId().lastIndexOf(':');
            String number = route.routeId().substring(colon + 1);
            if (number.chars().allMatch(Character::isDigit)) {
                lastNumbers.merge(route.routeId().substring(0, colon), Integer.parseInt(number), Math::max);
            }
        }
    }

    /** {@code <prefix>:<n>}: the id that stands, or the next free number of that prefix. */
    String numbered(String operatorId, String prefix, String sourceRef) {
        return given.computeIfAbsent(
                new Ref(operatorId, sourceRef), _ -> prefix + ":" + lastNumbers.merge(prefix, 1, Integer::sum));
    }
}
