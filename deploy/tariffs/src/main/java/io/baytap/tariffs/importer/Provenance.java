package io.baytap.tariffs.importer;

import io.baytap.tariffs.published.Source;
import java.util.Map;

/** Who published each file, as of when, and on what terms its figures may be used. */
final class Provenance {

    private static final String OPEN = "free to use with acknowledgement (DATA.GOV.HK terms of use)";
    private static final String MTR = "MTR Corporation Limited, through DATA.GOV.HK";
    private static final String TRANSPORT = "Transport Department and the operators, through DATA.GOV.HK";
    private static final String SHENZHEN = "Shenzhen Metro Group";
    private static final String FACTS = "published facts, used with acknowledgement; no licence text is stated";

    private record Origin(String table, String publisher, String asOf, String terms) {}

    private static final Map<String, Origin> ORIGINS = Map.ofEntries(
            Map.entry("mtr/mtr_lines_and_stations.csv", new Origin("stations.csv", MTR, "2026-04", OPEN)),
            Map.entry(
                    "mtr/mtr_lines_fares.csv",
                    new Origin("station-fares.csv", MTR, "2026-04 (in force since 2024-06-30)", OPEN)),
            Map.entry("mtr/light_rail_routes_and_stops.csv", new Origin("stations.csv", MTR, "2026-04", OPEN)),
            Map.entry("mtr/light_rail_fares.csv", new Origin("station-fares.csv", MTR, "2026-04", OPEN)),
            Map.entry("mtr/airport_express_fares.csv", new Origin("station-fares.csv", MTR, "2026-04", OPEN)),
            Map.entry("mtr/mtr_bus_stops.csv", new Origin("routes.csv", MTR, "2026-04", OPEN)),
            Map.entry("mtr/mtr_bus_fares.csv", new Origin("route-fares.csv", MTR, "2026-04", OPEN)),
            Map.entry("hong-kong/bus_tram_ferry_routes.csv", new Origin("routes.csv", TRANSPORT, "2026-07", OPEN)),
            Map.entry("hong-kong/bus_tram_ferry_fares.csv", new Origin("route-fares.csv", TRANSPORT, "2026-07", OPEN)),
            Map.entry(
                    "hong-kong/regional_two_way_section_fares.json",
                    new Origin(
                            "two-way-sections.csv", "The Kowloon Motor Bus Company (1933) Limited", "2025-05", FACTS)),
            Map.entry(
                    "hong-kong/star_ferry_fares.csv",
                    new Origin(
                            "star-ferry-fares.csv",
                            "The Star Ferry Company, as reported in the press",
                            "2023-04-03",
                            "published facts; each row names its source")),
            Map.entry(
                    "hong-kong/public_holidays.json",
                    new Origin(
                            "holidays.csv",
                            "Government of the Hong Kong SAR, through DATA.GOV.HK",
                            "2025 to 2027",
                            OPEN)),
            Map.entry(
                    "hong-kong/ridership_2025_daily.csv",
                    new Origin("ridership.csv", "Transport Department, compiled by webb-site", "2025", OPEN)),
            Map.entry(
                    "shenzhen/metro-fare-stations.json",
                    new Origin("shenzhen-stations.csv", SHENZHEN, "2026-06", FACTS)),
            Map.entry("shenzhen/metro-line-metrics.json", new Origin("shenzhen-edges.csv", SHENZHEN, "2026-06", FACTS)),
            Map.entry(
                    "fx/eurofxref-hist.csv",
                    new Origin(
                            "ecb-reference-rates.csv",
                            "European Central Bank",
                            "2026-04-13",
                            "free with attribution; reference rates are for information only")));

    private Provenance() {}

    /** The file is there and its name is one of ours. */
    static Source of(SourceFile file) {
        Origin origin = ORIGINS.get(file.name());
        if (origin == null) {
            throw new IllegalArgumentException(file.name());
        }
        return new Source(
                origin.table(), file.name(), origin.publisher(), origin.asOf(), origin.terms(), file.sha256());
    }
}
