package io.baytap.tariffs.importer;

import io.baytap.tariffs.published.Ridership;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Journeys a day by operator. */
final class Travel {

    /** What the published list calls an operator's service, and whose routes those are. */
    private static final Map<String, String> ROUTES = Map.ofEntries(
            Map.entry("MTR", "MTR:heavy-rail"),
            Map.entry("MTR_AEL", "MTR:airport-express"),
            Map.entry("MTR_LR", "MTR:light-rail"),
            Map.entry("MTR_BUS", MtrBus.PREFIX + "*"),
            Map.entry("KMB", "KMB:*"),
            Map.entry("LWB", "LWB:*"),
            Map.entry("CTB_URBAN_NT", "CTB:*"),
            Map.entry("CTB_LANTAU", "CTB:*"),
            Map.entry("NLB", "NLB:*"),
            Map.entry("TRAM", "HKT:*"),
            Map.entry("STAR_FERRY", "STAR:*"));

    private static final int DAYS = 365;

    private final SourceFile file;

    Travel(Path directory) {
        file = new SourceFile(directory, "hong-kong/ridership_2025_daily.csv");
    }

    List<SourceFile> files() {
        return List.of(file);
    }

    List<Ridership> read() {
        return file
                .rows(List.of("operator", "vehicle_class", "journeys_2025", "avg_per_day_2025"), Travel::ridership)
                .stream()
                .map(Numbered::value)
                .toList();
    }

    private static Ridership ridership(SourceRow row) {
        String routes = ROUTES.get(row.text("operator"));
        if (routes == null) {
            throw new RowRefused("unknown operator " + row.text("operator"));
        }
        long year = row.decimal("journeys_2025").longValue();
        long day = row.decimal("avg_per_day_2025").longValue();
        if (day < 1 || Math.abs(year - day * DAYS) > DAYS) {
            throw new RowRefused("%d a year is not %d a day".formatted(year, day));
        }
        return new Ridership(routes.substring(0, routes.indexOf(':')), routes, row.text("vehicle_class"), year, day);
    }
}
