package io.baytap.fare.domain;

import java.util.Map;

/**
 * What a feed calls its routes and stops, by their ids and in the feed's order. Fares do not depend on it.
 *
 * @param stops one without a name has its id
 */
public record Names(Map<String, String> routes, Map<String, String> stops) {}
