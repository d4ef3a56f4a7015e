package io.baytap.sandbox.published;

/**
 * Journeys on an average day.
 *
 * @param routes a route id, or a prefix ending in {@code *}
 */
public record Ridership(String operatorId, String routes, long journeysPerDay) {

    /** Whether the route is one of those counted. */
    public boolean counts(String routeId) {
        return routes.endsWith("*")
                ? routeId.startsWith(routes.substring(0, routes.length() - 1))
                : routeId.equals(routes);
    }
}
