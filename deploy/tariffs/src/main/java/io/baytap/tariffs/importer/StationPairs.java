package io.baytap.tariffs.importer;

import io.baytap.tariffs.published.StationFare;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** What a table of fares between stations must keep, whatever the network. */
final class StationPairs {

    /** One published fare. The names are empty where the file has none. */
    record PairFare(String from, String fromName, String to, String toName, BigDecimal fare) {}

    private record Pair(String from, String to) {}

    private final SourceFile file;
    private final Map<Pair, Numbered<PairFare>> fares = new LinkedHashMap<>();

    StationPairs(SourceFile file, List<Numbered<PairFare>> rows) {
        this.file = file;
        for (Numbered<PairFare> row : rows) {
            PairFare pair = row.value();
            if (fares.putIfAbsent(new Pair(pair.from(), pair.to()), row) != null) {
                file.refuse(row.row(), "%s to %s stands twice".formatted(pair.from(), pair.to()));
            }
        }
    }

    /** Every station is one of the network's, under the name that it has there. An empty name is not compared. */
    void checkStations(Map<String, String> names) {
        var told = new HashMap<String, Long>();
        for (Numbered<PairFare> row : fares.values()) {
            checkStation(row.row(), row.value().from(), row.value().fromName(), names, told);
            checkStation(row.row(), row.value().to(), row.value().toName(), names, told);
        }
    }

    private void checkStation(long row, String id, String name, Map<String, String> names, Map<String, Long> told) {
        String known = names.get(id);
        if (known == null) {
            file.refuse(row, "there is no station " + id);
        } else if (!name.isEmpty() && !bare(name).equals(bare(known)) && told.putIfAbsent(id, row) == null) {
            file.refuse(row, "station %s is called %s here and %s in the list of stations".formatted(id, name, known));
        }
    }

    /** The same station is spelt with and without a space. */
    private static String bare(String name) {
        return name.replace(" ", "");
    }

    /** There is a fare from every station to every other one for which the test holds. */
    void checkComplete(Set<String> stations, BiPredicate<String, String> served) {
        for (String from : stations) {
            for (String to : stations) {
                if (served.test(from, to) && !fares.containsKey(new Pair(from, to))) {
                    file.refuse(0, "there is no fare from %s to %s".formatted(from, to));
                }
            }
        }
    }

    /** The way back costs the same. */
    void checkSymmetric() {
        for (Numbered<PairFare> row : fares.values()) {
            PairFare there = row.value();
            var back = fares.get(new Pair(there.to(), there.from()));
            if (back != null
                    && there.from().compareTo(there.to()) < 0
                    && back.value().fare().compareTo(there.fare()) != 0) {
                file.refuse(
                        row.row(),
                        "%s to %s costs %s, and %s the way back (row %d)"
                                .formatted(
                                        there.from(),
                                        there.to(),
                                        there.fare(),
                                        back.value().fare(),
                                        back.row()));
            }
        }
    }

    /** A fare is 0 exactly where the test holds: elsewhere a zero means that there is no service. */
    void checkFree(BiPredicate<String, String> free) {
        for (Numbered<PairFare> row : fares.values()) {
            PairFare pair = row.value();
            boolean zero = pair.fare().signum() == 0;
            if (zero && !free.test(pair.from(), pair.to())) {
                file.refuse(row.row(), "%s to %s costs 0, which means no service".formatted(pair.from(), pair.to()));
            } else if (!zero && pair.from().equals(pair.to())) {
                file.refuse(row.row(), "%s to itself costs %s".formatted(pair.from(), pair.fare()));
            }
        }
    }

    /** The fares as rows of ours, in the file's order. */
    List<StationFare> toFares(String routeId, String stopPrefix) {
        return fares.values().stream()
                .map(Numbered::value)
                .map(pair ->
                        new StationFare(routeId, stopPrefix + pair.from(), stopPrefix + pair.to(), pair.fare(), "HKD"))
                .toList();
    }
}
