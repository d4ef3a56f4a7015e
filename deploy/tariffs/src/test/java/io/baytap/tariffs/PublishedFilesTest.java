package io.baytap.tariffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.baytap.tariffs.published.Route;
import io.baytap.tariffs.published.TwoWaySection;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The published files themselves, where they stand beside the repository, against feed and engine: read here row by row, so
 * that a mistake of the importer cannot hide. Of our own tables only the ids of the route variants are used.
 */
class PublishedFilesTest {

    private static final Map<String, Route> VARIANTS = new HashMap<>();

    private static Engine engine;

    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void loadEveryFeed() {
        assumeTrue(Published.filesAreHere(), "the published files are not beside the repository");
        engine = Engine.get();
        Published.figures().routes().forEach(route -> VARIANTS.put(route.sourceRef(), route));
    }

    @ParameterizedTest
    @CsvSource({
        "mtr_lines_fares.csv, MTR:heavy-rail, MTR:, SRC_STATION_ID, DEST_STATION_ID, OCT_ADT_FARE, 9216",
        "light_rail_fares.csv, MTR:light-rail, MTR:LR, from_station_id, to_station_id, fare_octo_adult, 4624",
        "airport_express_fares.csv, MTR:airport-express, MTR:AEL, ST_FROM_ID, ST_TO_ID, OCT_ADT_FARE, 14"
    })
    void everyPairOfStations(String file, String routeId, String prefix, String from, String to, String fare, int pairs)
            throws IOException {
        List<NamedCsvRecord> rows = read("mtr/" + file);
        for (NamedCsvRecord row : rows) {
            String price =
                    engine.price(routeId, prefix + row.getField(from), prefix + row.getField(to), Days.WEDNESDAY);
            compare(row, hkd(row.getField(fare)), price);
        }

        assertThat(wrong).isEmpty();
        assertThat(rows).hasSize(pairs);
    }

    @Test
    void everyMtrBusRouteInBothDirections() throws IOException {
        List<NamedCsvRecord> rows = read("mtr/mtr_bus_fares.csv");
        for (NamedCsvRecord row : rows) {
            List<Route> directions = Stream.of("O", "I")
                    .map(direction -> VARIANTS.get("mtr:" + row.getField("REFERENCE_ID") + ":" + direction))
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(directions).isNotEmpty();
            for (Route route : directions) {
                for (int on = 1; on < route.stops(); on++) {
                    String price = engine.price(route.routeId(), route.stopId(on), null, Days.SUNDAY);
                    compare(row, hkd(row.getField("FARE_OCTO_ADULT")), price);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(rows).hasSize(41);
    }

    @Test
    void everyRowOfTheBusTramAndFerryFile() throws IOException {
        List<NamedCsvRecord> rows = read("hong-kong/bus_tram_ferry_fares.csv");
        for (NamedCsvRecord row : rows) {
            String ref = row.getField("route_ref");
            if (ref.startsWith("gtfs:7030:") || ref.startsWith("gtfs:7031:")) {
                checkCrossing(row, ref);
            } else {
                checkRides(row, Objects.requireNonNull(VARIANTS.get(ref), ref));
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(rows).hasSize(5_620);
    }

    /** First and last stop of both ranges: PublishedFaresTest goes through all of them. */
    private void checkRides(NamedCsvRecord row, Route route) {
        int on = number(row, "on_from");
        int off = number(row, "off_to");
        for (var day : Days.of(route.operatorId(), row.getField("day_type"))) {
            String price = engine.price(route.routeId(), route.stopId(on), route.stopId(off), day);
            compare(row, hkd(row.getField("fare_hkd")), price);
        }
        int lastOn = Math.min(number(row, "on_to"), off - 1);
        int firstOff = Math.max(number(row, "off_from"), lastOn + 1);
        String price = engine.price(
                route.routeId(),
                route.stopId(lastOn),
                route.stopId(firstOff),
                Days.of(route.operatorId(), row.getField("day_type")).getFirst());
        compare(row, hkd(row.getField("fare_hkd")), price);
    }

    /** The file has one price for the Star Ferry: the upper deck's on a weekday. */
    private void checkCrossing(NamedCsvRecord row, String ref) {
        String routeId = ref.startsWith("gtfs:7030") ? "STAR:central-tsim-sha-tsui" : "STAR:wan-chai-tsim-sha-tsui";
        String deck = ref.startsWith("gtfs:7030") ? "UPPER" : null;
        int from = ref.endsWith(":2") ? 1 : 2;
        String price = engine.price(routeId, deck, routeId + "#" + from, routeId + "#" + (3 - from), Days.WEDNESDAY);
        compare(row, hkd(row.getField("fare_hkd")), price);
    }

    /** The first half of a section's fares are those before the adjustment, the second half those after it. */
    @Test
    void everyTwoWaySectionWithBothItsFares() throws IOException {
        Map<String, List<String>> published = new TreeMap<>();
        for (JsonNode entry : new ObjectMapper()
                .readTree(Published.FILES
                        .resolve("hong-kong/regional_two_way_section_fares.json")
                        .toFile())
                .path("routes")) {
            published
                    .computeIfAbsent(name(entry, "route_number", "start", "end"), _ -> new ArrayList<>())
                    .add(new BigDecimal(entry.path("fare").asText()).setScale(2).toString());
        }
        Map<String, List<String>> ours = new TreeMap<>();
        for (String generation : List.of(TwoWaySection.BEFORE, TwoWaySection.AFTER)) {
            Published.figures().twoWaySections().stream()
                    .filter(section -> section.generation().equals(generation))
                    .map(section -> List.of(
                            section.route() + " " + section.start() + " " + section.end(),
                            section.fare().toString()))
                    .distinct()
                    .forEach(section -> ours.computeIfAbsent(section.get(0), _ -> new ArrayList<>())
                            .add(section.get(1)));
        }

        assertThat(ours).isEqualTo(published);
        assertThat(published.values().stream().mapToInt(List::size).sum()).isEqualTo(124);
    }

    private static String name(JsonNode entry, String... fields) {
        return Stream.of(fields).map(field -> entry.path(field).asText()).collect(Collectors.joining(" "));
    }

    @Test
    void theStarFerryByDeckAndDay() throws IOException {
        List<NamedCsvRecord> rows = read("hong-kong/star_ferry_fares.csv");
        for (NamedCsvRecord row : rows) {
            String routeId = row.getField("route").startsWith("Central")
                    ? "STAR:central-tsim-sha-tsui"
                    : "STAR:wan-chai-tsim-sha-tsui";
            String deck = row.getField("deck").equals("SINGLE") ? null : row.getField("deck");
            for (var day : Days.of("STAR", row.getField("day_type"))) {
                compare(row, hkd(row.getField("fare_hkd")), engine.price(routeId, deck, routeId + "#2", null, day));
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(rows).hasSize(6);
    }

    private static List<NamedCsvRecord> read(String file) throws IOException {
        try (var rows = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(Published.FILES.resolve(file))) {
            return rows.stream().toList();
        }
    }

    private static int number(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }

    private static String hkd(String published) {
        return new BigDecimal(published).setScale(2) + " HKD";
    }

    private void compare(NamedCsvRecord row, String expected, String price) {
        if (!expected.equals(price)) {
            wrong.add("row %d: %s instead of %s".formatted(row.getStartingLineNumber(), price, expected));
        }
    }
}
