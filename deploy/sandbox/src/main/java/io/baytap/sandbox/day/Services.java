package io.baytap.sandbox.day;

import io.baytap.sandbox.published.Published;
import io.baytap.sandbox.published.PublishedRoute;
import io.baytap.sandbox.published.Ridership;
import java.util.ArrayList;
import java.util.List;

/** Shares the day's trips out: within Hong Kong by published ridership; Shenzhen's share is a setting of ours. */
final class Services {

    /** So many trips are made with each service, however few there are. */
    static final int TRIPS_MIN = 3;

    private Services() {}

    static List<Service> of(Published published, int trips, double shenzhenShare) {
        List<Ridership> ridership = published.ridership();
        int shenzhen = Math.max(TRIPS_MIN, (int) Math.round(trips * shenzhenShare));
        int hongKong = trips - shenzhen;
        if (hongKong < TRIPS_MIN * ridership.size()) {
            throw new IllegalArgumentException("at least " + (TRIPS_MIN * (ridership.size() + 1))
                    + " trips are needed, so that every service has " + TRIPS_MIN + "; got " + trips);
        }
        List<Service> services = new ArrayList<>();
        List<Integer> shares = shares(ridership, hongKong);
        for (int i = 0; i < ridership.size(); i++) {
            services.add(service(published, ridership.get(i), shares.get(i)));
        }
        services.add(service(published, new Ridership("SZM", Published.SHENZHEN, 0), shenzhen));
        return services;
    }

    private static List<Integer> shares(List<Ridership> ridership, int trips) {
        long journeys = ridership.stream().mapToLong(Ridership::journeysPerDay).sum();
        List<Integer> shares = new ArrayList<>();
        int largest = 0;
        int total = 0;
        for (int i = 0; i < ridership.size(); i++) {
            long share = trips * ridership.get(i).journeysPerDay() / journeys;
            shares.add(Math.max(TRIPS_MIN, (int) share));
            total += shares.get(i);
            largest = shares.get(i) > shares.get(largest) ? i : largest;
        }
        // What rounding and the minimum moved is taken up where it shows least.
        shares.set(largest, shares.get(largest) + trips - total);
        return shares;
    }

    private static Service service(Published published, Ridership ridership, int trips) {
        List<PublishedRoute> routes = published.routes().stream()
                .filter(route -> ridership.counts(route.routeId()))
                .toList();
        return new Service(
                ridership.routes().replace(":*", ""),
                ridership.operatorId(),
                ridership.operatorId().equals("SZM") ? City.SHENZHEN : City.HONG_KONG,
                collection(ridership, routes),
                routes,
                trips);
    }

    private static Collection collection(Ridership ridership, List<PublishedRoute> routes) {
        if (!ridership.routes().endsWith("*")) {
            return Collection.STATIONS;
        }
        return switch (routes.getFirst().mode()) {
            case "TRAM" -> Collection.LEAVING;
            case "FERRY" -> Collection.PIER;
            default -> Collection.BOARDING;
        };
    }
}
