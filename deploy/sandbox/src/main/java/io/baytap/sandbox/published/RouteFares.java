package io.baytap.sandbox.published;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Fares of buses, trams and ferries, in minor units. */
final class RouteFares {

    private record Row(String dayType, int onFrom, int onTo, int offFrom, int offTo, long fareMinor) {

        static Row of(NamedCsvRecord row) {
            return new Row(
                    row.getField("day_type"),
                    Integer.parseInt(row.getField("on_from")),
                    Integer.parseInt(row.getField("on_to")),
                    Integer.parseInt(row.getField("off_from")),
                    Integer.parseInt(row.getField("off_to")),
                    Table.minor(row.getField("fare")));
        }

        boolean holdsBoarding(int stop) {
            return onFrom <= stop && stop <= onTo;
        }

        boolean holdsAlighting(int stop) {
            return offFrom <= stop && stop <= offTo;
        }
    }

    private final Map<String, List<Row>> rows;
    private final List<NamedCsvRecord> ferry;
    private final DayTypes dayTypes;

    RouteFares(Path folder, DayTypes dayTypes) {
        rows = Table.read(folder, "route-fares.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("route_id"), Collectors.mapping(Row::of, Collectors.toList())));
        ferry = Table.read(folder, "star-ferry-fares.csv");
        this.dayTypes = dayTypes;
    }

    /** Paid on boarding: the fare to the last stop. Empty where nothing is published. */
    OptionalLong onBoarding(PublishedRoute route, int stop, LocalDate date) {
        return highest(route, date, row -> row.holdsBoarding(stop));
    }

    /** Paid on leaving: the fare from the first stop. Empty where nothing is published. */
    OptionalLong onLeaving(PublishedRoute route, int stop, LocalDate date) {
        return highest(route, date, row -> row.holdsAlighting(stop));
    }

    /** Between two stops, where a row holds both. */
    OptionalLong between(PublishedRoute route, int on, int off, LocalDate date) {
        return highest(route, date, row -> on < off && row.holdsBoarding(on) && row.holdsAlighting(off));
    }

    private OptionalLong highest(PublishedRoute route, LocalDate date, Predicate<Row> holds) {
        return rows.getOrDefault(route.routeId(), List.of()).stream()
                .filter(row -> dayTypes.applies(route.operatorId(), row.dayType, date))
                .filter(holds)
                .mapToLong(Row::fareMinor)
                .max();
    }

    /** Star Ferry by deck; an empty deck where the boat has one class. */
    OptionalLong onFerry(PublishedRoute route, String deck, LocalDate date) {
        return ferry.stream()
                .filter(row -> row.getField("route_id").equals(route.routeId()))
                .filter(row -> row.getField("deck").equals(deck))
                .filter(row -> dayTypes.applies(route.operatorId(), row.getField("day_type"), date))
                .mapToLong(row -> Table.minor(row.getField("fare")))
                .findFirst();
    }

    /** The decks of a ferry route; one empty name where the boat has one class. */
    List<String> decks(PublishedRoute route) {
        return ferry.stream()
                .filter(row -> row.getField("route_id").equals(route.routeId()))
                .map(row -> row.getField("deck"))
                .distinct()
                .toList();
    }
}
