package io.baytap.sandbox.day;

import io.baytap.sandbox.published.PublishedRoute;
import java.util.List;

/**
 * A part of an operator's business with a share of the day's trips.
 *
 * @param id as it appears in results: {@code MTR:heavy-rail}, {@code MTR:bus}, {@code KMB} …
 * @param city where it runs: riders cross the border between cities
 * @param trips how many of the day's trips are made with it
 */
record Service(
        String id, String operatorId, City city, Collection collection, List<PublishedRoute> routes, int trips) {}
