package io.baytap.tariffs.importer;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.tariffs.published.Route;
import io.baytap.tariffs.published.RouteFare;
import io.baytap.tariffs.published.TwoWaySection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * KMB's regional two-way section fares. The file names every section twice as often as it has fares: first those before KMB's
 * fare adjustment, then, in the same order, those after it, which are never lower.
 */
final class TwoWaySections {

    private static final String AS_OF = "2025-05";
    private static final String OPERATOR = "KMB";

    private record Name(String route, String start, String end) {}

    private final SourceFile file;

    TwoWaySections(Path directory) {
        file = new SourceFile(directory, "hong-kong/regional_two_way_section_fares.json");
    }

    List<SourceFile> files() {
        return List.of(file);
    }

    /**
     * The sections, one row for each variant whose stops are known, both generations.
     *
     * @param routeFares by which the stops are found; they are those after the adjustment
     */
    List<TwoWaySection> read(List<Route> routes, List<RouteFare> routeFares) {
        Map<Name, List<BigDecimal>> fares = fares(routes);
        var stops = new SectionStops(routes, routeFares);
        var sections = new ArrayList<TwoWaySection>();
        fares.forEach((name, ofName) -> {
            if (ofName.size() % 2 != 0) {
                file.refuse(
                        0,
                        "%s has %d fares: one before and one after the adjustment is missing"
                                .formatted(name, ofName.size()));
                return;
            }
            int generation = ofName.size() / 2;
            for (int i = 0; i < generation; i++) {
                BigDecimal before = ofName.get(i);
                BigDecimal after = ofName.get(generation + i);
                if (after.compareTo(before) < 0) {
                    file.refuse(
                            0,
                            "%s costs %s before the adjustment and less after it: %s".formatted(name, before, after));
                }
                addRows(name, before, after, stops, sections);
            }
        });
        return sections;
    }

    private Map<Name, List<BigDecimal>> fares(List<Route> routes) {
        Map<Name, List<BigDecimal>> fares = new LinkedHashMap<>();
        JsonNode entries = file.json().path("routes");
        if (entries.isEmpty() && file.isSound()) {
            file.refuse(0, "it has no sections");
        }
        for (int i = 0; i < entries.size(); i++) {
            try {
                JsonNode entry = entries.get(i);
                var name = new Name(text(entry, "route_number"), text(entry, "start"), text(entry, "end"));
                if (routes.stream().noneMatch(route -> isOf(route, name.route()))) {
                    throw new RowRefused("there is no route %s %s".formatted(OPERATOR, name.route()));
                }
                fares.computeIfAbsent(name, _ -> new ArrayList<>()).add(fare(entry));
            } catch (RowRefused e) {
                file.refuse(0, "section %d: %s".formatted(i, e.reason()));
            }
        }
        return fares;
    }

    private static void addRows(
            Name name, BigDecimal before, BigDecimal after, SectionStops stops, List<TwoWaySection> sections) {
        List<SectionStops.Found> found = stops.find(name.route(), name.start(), after);
        for (String generation : List.of(TwoWaySection.BEFORE, TwoWaySection.AFTER)) {
            BigDecimal fare = generation.equals(TwoWaySection.BEFORE) ? before : after;
            if (found.isEmpty()) {
                sections.add(row(name, generation, fare, SectionStops.Found.NOTHING, TwoWaySection.PLACES_ONLY));
            }
            found.forEach(ride -> sections.add(row(name, generation, fare, ride, TwoWaySection.INFERRED)));
        }
    }

    private static TwoWaySection row(
            Name name, String generation, BigDecimal fare, SectionStops.Found found, String quality) {
        return new TwoWaySection(
                name.route(),
                name.start(),
                name.end(),
                generation,
                fare,
                "HKD",
                found.direction(),
                found.routeId(),
                found.on(),
                found.off(),
                quality,
                AS_OF);
    }

    static boolean isOf(Route route, String number) {
        return route.operatorId().equals(OPERATOR) && route.route().equals(number);
    }

    private static String text(JsonNode entry, String field) {
        String text = entry.path(field).asText().strip();
        if (text.isEmpty()) {
            throw new RowRefused(field + " is empty");
        }
        return text;
    }

    private static BigDecimal fare(JsonNode entry) {
        BigDecimal fare;
        try {
            fare = new BigDecimal(text(entry, "fare")).setScale(2, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new RowRefused("fare is no amount: " + entry.path("fare"));
        }
        if (fare.signum() <= 0 || fare.compareTo(SourceRow.FARE_MAX) > 0) {
            throw new RowRefused("fare is absurd: " + fare);
        }
        return fare;
    }
}
