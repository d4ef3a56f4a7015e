package io.baytap.tariffs.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small folder of published files that an import takes, to be spoilt in one place by a test. */
final class PublishedFolder {

    static final String RAIL_STATIONS = "mtr/mtr_lines_and_stations.csv";
    static final String RAIL_FARES = "mtr/mtr_lines_fares.csv";
    static final String LIGHT_RAIL_STOPS = "mtr/light_rail_routes_and_stops.csv";
    static final String LIGHT_RAIL_FARES = "mtr/light_rail_fares.csv";
    static final String AIRPORT_FARES = "mtr/airport_express_fares.csv";
    static final String MTR_BUS_STOPS = "mtr/mtr_bus_stops.csv";
    static final String MTR_BUS_FARES = "mtr/mtr_bus_fares.csv";
    static final String ROUTES = "hong-kong/bus_tram_ferry_routes.csv";
    static final String FARES = "hong-kong/bus_tram_ferry_fares.csv";
    static final String SECTIONS = "hong-kong/regional_two_way_section_fares.json";
    static final String STAR_FERRY = "hong-kong/star_ferry_fares.csv";
    static final String HOLIDAYS = "hong-kong/public_holidays.json";
    static final String RIDERSHIP = "hong-kong/ridership_2025_daily.csv";
    static final String SHENZHEN_STATIONS = "shenzhen/metro-fare-stations.json";
    static final String SHENZHEN_EDGES = "shenzhen/metro-line-metrics.json";
    static final String RATES = "fx/eurofxref-hist.csv";

    private final Path directory;

    private PublishedFolder(Path directory) {
        this.directory = directory;
    }

    static PublishedFolder in(Path directory) {
        var folder = new PublishedFolder(directory);
        folder.writeMtr();
        folder.writeHongKong();
        folder.writeShenzhen();
        folder.write(RATES, """
                Date,USD,CNY,HKD,
                2026-04-13,1.1684,7.9827,9.1507,
                2026-04-10,1.1711,7.9967,9.1729,
                """);
        return folder;
    }

    Path directory() {
        return directory;
    }

    /** The text has to stand there. */
    PublishedFolder replace(String file, String text, String by) {
        String content = read(file);
        if (!content.contains(text)) {
            throw new IllegalArgumentException(file + " has no " + text);
        }
        write(file, content.replaceFirst(Pattern.quote(text), by));
        return this;
    }

    PublishedFolder append(String file, String line) {
        write(file, read(file) + line + "\n");
        return this;
    }

    private void writeMtr() {
        write(RAIL_STATIONS, """
                \uFEFF"Line Code","Direction","Station Code","Station ID","Chinese Name","English Name","Sequence"
                "AEL","DT","AWE","56","博覽館","AsiaWorld-Expo",1.00
                "AEL","DT","AIR","47","機場","Airport",2.00
                "AEL","DT","HOK","44","香港","Hong Kong",5.00
                ,,,,,,
                "TWL","DT","CEN","1","中環","Central",1.00
                "TWL","DT","TST","3","尖沙咀","Tsim Sha Tsui",2.00
                "TCL","DT","HOK","39","香港","Hong Kong",1.00
                "TML","DT","ETS","80","尖東","East Tsim Sha Tsui",1.00
                """);
        write(RAIL_FARES, railFares());
        write(LIGHT_RAIL_STOPS, """
                \uFEFF"Line Code","Direction","Stop Code","Stop ID","Chinese Name","English Name","Sequence"
                "505","1","SAS","920","三聖","Sam Shing",1.00
                "505","1","TMF","001","屯門碼頭","Tuen Mun Ferry Pier",2.00
                """);
        write(LIGHT_RAIL_FARES, """
                "from_station_id","to_station_id","fare_octo_adult"
                "1","1",0.00
                "1","920",5.10
                "920","1",5.10
                "920","920",0.00
                """);
        write(AIRPORT_FARES, """
                ST_FROM,ST_FROM_ID,ST_TO,ST_TO_ID,OCT_ADT_FARE
                HongKong,44,Airport,47,120
                HongKong,44,AsiaWorld-Expo,56,120
                Airport,47,HongKong,44,120
                Airport,47,AsiaWorld-Expo,56,6.5
                AsiaWorld-Expo,56,HongKong,44,120
                AsiaWorld-Expo,56,Airport,47,6.5
                """);
        write(MTR_BUS_STOPS, """
                \uFEFFROUTE_ID,DIRECTION,STATION_SEQNO,STATION_NAME_ENG,REFERENCE_ID
                K12,O,1,Tai Po Market Station,K12
                K12,O,2,Tai Po Mega Mall,K12
                K12,O,4,Eightland Garden,K12
                """);
        write(MTR_BUS_FARES, """
                ROUTE_ID,FARE_OCTO_ADULT,REFERENCE_ID
                K12,4.8,K12
                """);
    }

    private static String railFares() {
        var names = List.of("1,Central", "3,Tsim Sha Tsui", "39,Hong Kong", "70,Racecourse", "80,East Tsim Sha Tsui");
        var free = List.of("1-39", "39-1", "3-80", "80-3");
        var lines = new ArrayList<String>();
        lines.add("SRC_STATION_NAME,SRC_STATION_ID,DEST_STATION_NAME,DEST_STATION_ID,OCT_ADT_FARE,SINGLE_ADT_FARE");
        for (String from : names) {
            for (String to : names) {
                String[] a = from.split(",", -1);
                String[] b = to.split(",", -1);
                boolean nothing = from.equals(to) || free.contains(a[0] + "-" + b[0]);
                lines.add("\"%s\",%s,\"%s\",%s,%s,5.50".formatted(a[1], a[0], b[1], b[0], nothing ? "0.00" : "4.90"));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private void writeHongKong() {
        write(ROUTES, """
                operator,route,route_ref,orig_en,dest_en,stops,journey_min,source
                KMB,1,hkbus2024:1+1+CHUK YUEN+STAR FERRY,Chuk Yuen,Star Ferry,5,43,x
                KMB+CTB,1,hkbus2024:1+1+STAR FERRY+CHUK YUEN,Star Ferry,Chuk Yuen,5,,x
                NLB,11A,nlb:15,Tung Chung,Shek Pik,3,20,x
                TRAM,KENNEDY TOWN - HAPPY VALLEY,gtfs:4003:1,KENNEDY TOWN,HAPPY VALLEY,4,30,x
                FERRY,CENTRAL - TSIM SHA TSUI,gtfs:7030:2,CENTRAL,TSIM SHA TSUI,2,9,x
                """);
        write(FARES, """
                operator,route,route_ref,day_type,on_from,on_to,off_from,off_to,fare_hkd,as_of,quality
                KMB,1,hkbus2024:1+1+CHUK YUEN+STAR FERRY,ALL,1,2,2,5,10.0,2026-07,MAPPED
                KMB,1,hkbus2024:1+1+CHUK YUEN+STAR FERRY,ALL,3,4,4,5,6.0,2026-07,MAPPED
                KMB+CTB,1,hkbus2024:1+1+STAR FERRY+CHUK YUEN,ALL,1,4,2,5,7.0,2026-07,MAPPED
                NLB,11A,nlb:15,WEEKDAY,1,2,2,3,10.1,2026-07-21,ACTUAL
                NLB,11A,nlb:15,SUN_PH,1,2,2,3,16.8,2026-07-21,ACTUAL
                TRAM,KENNEDY TOWN - HAPPY VALLEY,gtfs:4003:1,ALL,1,3,2,4,3.3,2026-07-21,ACTUAL
                FERRY,CENTRAL - TSIM SHA TSUI,gtfs:7030:2,ALL,1,1,2,2,5.0,2026-07-21,ACTUAL
                """);
        write(SECTIONS, """
                {"area": ["屯門"], "routes": [
                  {"route_number": "1", "start": "不是總站", "end": "黃大仙", "fare": 4.8},
                  {"route_number": "1", "start": "不是總站", "end": "黃大仙", "fare": 5.1}]}
                """);
        write(STAR_FERRY, """
                route,deck,day_type,passenger,fare_hkd,effective,source
                Central-Tsim Sha Tsui,UPPER,WEEKDAY,ADULT,5.0,2023-04-03,press
                Central-Tsim Sha Tsui,LOWER,WEEKDAY,ADULT,4.0,2023-04-03,press
                Central-Tsim Sha Tsui,UPPER,SAT_SUN_PH,ADULT,6.5,2023-04-03,press
                Central-Tsim Sha Tsui,LOWER,SAT_SUN_PH,ADULT,5.6,2023-04-03,press
                Wan Chai-Tsim Sha Tsui,SINGLE,WEEKDAY,ADULT,5.0,2023-04-03,press
                Wan Chai-Tsim Sha Tsui,SINGLE,SAT_SUN_PH,ADULT,6.5,2023-04-03,press
                """);
        write(
                HOLIDAYS,
                IntStream.rangeClosed(1, 17)
                        .mapToObj("\"202601%02d\""::formatted)
                        .collect(Collectors.joining(", ", "[", "]")));
        write(RIDERSHIP, """
                operator,vehicle_class,journeys_2025,avg_per_day_2025,source
                KMB,Franchised bus KMB,923025588,2528837,same
                """);
    }

    private void writeShenzhen() {
        write(SHENZHEN_STATIONS, """
                {"stations": [
                  {"lineName": "1号线", "stationNumber": 1, "name": "罗湖"},
                  {"lineName": "1号线", "stationNumber": 2, "name": "国贸"},
                  {"lineName": "4号线", "stationNumber": 1, "name": "深圳北站"}]}
                """);
        write(SHENZHEN_EDGES, """
                {"edges": [
                  {"lineCode": "01", "from": "罗湖", "to": "国贸", "distanceMeters": 875},
                  {"lineCode": "04", "from": "国贸", "to": "深圳北", "distanceMeters": 693}]}
                """);
    }

    private String read(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, String text) {
        try {
            Files.createDirectories(directory.resolve(file).resolveSibling("."));
            Files.writeString(directory.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
