package io.baytap.sandbox.published;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** KMB's two-way section fares, in minor units: those before its adjustment and those after it. */
final class TwoWaySections {

    private record Row(boolean before, int onFrom, int onTo, int offFrom, int offTo, long fareMinor) {

        static Row of(NamedCsvRecord row) {
            return new Row(
                    row.getField("generation").equals("BEFORE"),
                    Integer.parseInt(row.getField("on_from")),
                    Integer.parseInt(row.getField("on_to")),
                    Integer.parseInt(row.getField("off_from")),
                    Integer.parseInt(row.getField("off_to")),
                    Table.minor(row.getField("fare")));
        }

        boolean holds(int on, int off) {
            return onFrom <= on && on <= onTo && offFrom <= off && off <= offTo && on < off;
        }
    }

    private final Map<String, List<Row>> rows;
    private final Set<String> numbers;

    TwoWaySections(Path folder) {
        List<NamedCsvRecord> table = Table.read(folder, "two-way-sections.csv");
        numbers = table.stream().map(row -> row.getField("route")).collect(Collectors.toUnmodifiableSet());
        rows = table.stream()
                .filter(row -> !row.getField("route_id").isEmpty())
                .collect(Collectors.groupingBy(
                        row -> row.getField("route_id"), Collectors.mapping(Row::of, Collectors.toList())));
    }

    /** Of the sections that hold the ride, the cheapest; empty if none does. */
    OptionalLong fare(String routeId, int on, int off, boolean beforeAdjustment) {
        return rows.getOrDefault(routeId, List.of()).stream()
                .filter(row -> row.before == beforeAdjustment && row.holds(on, off))
                .mapToLong(Row::fareMinor)
                .min();
    }

    /** The variants whose sections have stops. */
    Set<String> routeIds() {
        return rows.keySet();
    }

    /** Whether KMB sells a section on a route of that number, whether or not its stops are known. */
    boolean isSoldOn(String number) {
        return numbers.contains(number);
    }
}
