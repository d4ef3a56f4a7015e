package io.baytap.tariffs.feeds;

import io.baytap.tariffs.published.Route;
import io.baytap.tariffs.published.TwoWaySection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * EXAMPLE TERMS OF OUR OWN, for a demo's second tariff; no operator published them. Who changes from a route with a two-way section to
 * one without pays HKD 1 less there, if not more than 90 minutes lie between the two boardings.
 */
final class ExampleTransfers {

    private static final String TOWN = "KMB:two-way";
    private static final String OTHER = "KMB:other";
    private static final String PRODUCT = "KMB:example-transfer";
    private static final String SECONDS_MAX = "5400";
    /** {@code duration_limit_type}: from the departure of the one leg to the departure of the other. */
    private static final String DEPARTURE_TO_DEPARTURE = "1";
    /** {@code fare_transfer_type}: both legs and the transfer are paid. */
    private static final String ALL_THREE = "1";

    private final Set<String> numbers;

    ExampleTransfers(List<TwoWaySection> sections) {
        numbers = sections.stream().map(TwoWaySection::route).collect(Collectors.toUnmodifiableSet());
    }

    String legGroup(Route route) {
        return numbers.contains(route.route()) ? TOWN : OTHER;
    }

    void add(Feed feed) {
        feed.add(GtfsFile.FARE_PRODUCTS, PRODUCT, "Example transfer discount", "-1.00", "HKD");
        feed.add(
                GtfsFile.FARE_TRANSFER_RULES, TOWN, OTHER, "", SECONDS_MAX, DEPARTURE_TO_DEPARTURE, ALL_THREE, PRODUCT);
    }
}
