package io.baytap.fare.tariff;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baytap.fare.domain.Tariff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small feeds with published figures, to be written as they are or with one thing changed. */
public final class FeedFiles {

    private final String operatorId;
    private final Map<String, String> tables = new LinkedHashMap<>();
    private String policy;

    private FeedFiles(String operatorId, String timezone, String policy) {
        this.operatorId = operatorId;
        this.policy = policy;
        table(
                "agency.txt",
                "agency_id,agency_name,agency_url,agency_timezone",
                operatorId + "," + operatorId + ",https://example.org," + timezone);
        table(
                "feed_info.txt",
                "feed_publisher_name,feed_publisher_url,feed_lang,feed_version",
                "Baytap,https://example.org,en," + operatorId + "@test");
    }

    /** With nothing but the agency. */
    public static FeedFiles of(String operatorId, String timezone, String policy) {
        return new FeedFiles(operatorId, timezone, policy);
    }

    /** Central 1, Admiralty 2, Tsim Sha Tsui 3: 4.90, 10.60, 10.60; and the Airport Express between 44 and 47. */
    public static FeedFiles mtr() {
        return new FeedFiles("MTR", "Asia/Hong_Kong", """
                operator: MTR
                currency: HKD
                city: hong-kong
                territory: HK
                networks:
                  - routes: ["MTR:heavy-rail"]
                    pairing: ENTRY_EXIT
                    journeyMax: PT150M
                    maximumFare: "60.80"
                    reTapWindow: PT5M
                  - routes: ["MTR:airport-express"]
                    pairing: ENTRY_EXIT
                    journeyMax: PT150M
                    maximumFare: HIGHEST
                    reTapWindow: PT5M
                    pairs: SPARSE
                """)
                .routes("MTR:heavy-rail", "MTR:airport-express")
                .networks("heavy-rail", "airport-express")
                .table(
                        "route_networks.txt",
                        "network_id,route_id",
                        "heavy-rail,MTR:heavy-rail",
                        "airport-express,MTR:airport-express")
                .stops("MTR:1", "MTR:2", "MTR:3", "MTR:AEL44", "MTR:AEL47")
                .products("HKD", "0.00", "4.90", "10.60", "120.00")
                .table(
                        "fare_leg_rules.txt",
                        "network_id,from_area_id,to_area_id,fare_product_id",
                        "heavy-rail,MTR:1,MTR:1,0.00",
                        "heavy-rail,MTR:1,MTR:2,4.90",
                        "heavy-rail,MTR:1,MTR:3,10.60",
                        "heavy-rail,MTR:2,MTR:1,4.90",
                        "heavy-rail,MTR:2,MTR:2,0.00",
                        "heavy-rail,MTR:2,MTR:3,10.60",
                        "heavy-rail,MTR:3,MTR:1,10.60",
                        "heavy-rail,MTR:3,MTR:2,10.60",
                        "heavy-rail,MTR:3,MTR:3,0.00",
                        "airport-express,MTR:AEL44,MTR:AEL47,120.00",
                        "airport-express,MTR:AEL47,MTR:AEL44,120.00");
    }

    /** Star Ferry, Central – Tsim Sha Tsui: 5.00 and 4.00 on weekdays, 6.50 and 5.60 at weekends and on holidays. */
    public static FeedFiles star() {
        String route = "STAR:central-tsim-sha-tsui";
        return new FeedFiles("STAR", "Asia/Hong_Kong", """
                operator: STAR
                currency: HKD
                city: hong-kong
                territory: HK
                networks:
                  - routes: ["STAR:*"]
                    pairing: ON_ENTRY
                    reTapWindow: PT2M
                """)
                .routes(route)
                .networks(route + "/UPPER", route + "/LOWER")
                .stops(route + "#1", route + "#2")
                .dayTypes()
                .products("HKD", "5.00", "4.00", "6.50", "5.60")
                .table(
                        "fare_leg_rules.txt",
                        "network_id,from_timeframe_group_id,fare_product_id",
                        route + "/UPPER,WEEKDAY,5.00",
                        route + "/LOWER,WEEKDAY,4.00",
                        route + "/UPPER,SAT_SUN_PH,6.50",
                        route + "/LOWER,SAT_SUN_PH,5.60");
    }

    /** A tram, 3.30 flat, paid on leaving. */
    public static FeedFiles tram() {
        return new FeedFiles("HKT", "Asia/Hong_Kong", """
                operator: HKT
                currency: HKD
                city: hong-kong
                territory: HK
                networks:
                  - routes: ["HKT:*"]
                    pairing: ON_EXIT
                    reTapWindow: PT5M
                """)
                .routes("HKT:1:1")
                .networks("tram")
                .table("route_networks.txt", "network_id,route_id", "tram,HKT:1:1")
                .stops("HKT:1:1#1", "HKT:1:1#2")
                .products("HKD", "3.30")
                .table("fare_leg_rules.txt", "network_id,fare_product_id", "tram,3.30");
    }

    /** A bus by boarding stop: 12.40 from the first two stops, 6.20 from the third; the last is the terminus. */
    public static FeedFiles bus() {
        return new FeedFiles("KMB", "Asia/Hong_Kong", """
                operator: KMB
                currency: HKD
                city: hong-kong
                territory: HK
                networks:
                  - routes: ["KMB:*"]
                    pairing: ON_ENTRY
                    reTapWindow: PT5M
                """)
                .routes("KMB:1A:1")
                .networks("KMB:1A:1")
                .table("route_networks.txt", "network_id,route_id", "KMB:1A:1,KMB:1A:1")
                .table("stops.txt", "stop_id,stop_name,stop_lat,stop_lon", numbered("KMB:1A:1#", 4))
                .table("areas.txt", "area_id", "on-1-2", "on-3", "off-3", "off-4")
                .table(
                        "stop_areas.txt",
                        "area_id,stop_id",
                        "on-1-2,KMB:1A:1#1",
                        "on-1-2,KMB:1A:1#2",
                        "on-3,KMB:1A:1#3",
                        "off-3,KMB:1A:1#3",
                        "off-4,KMB:1A:1#4")
                .products("HKD", "12.40", "8.00", "6.20")
                .table(
                        "fare_leg_rules.txt",
                        "network_id,from_area_id,to_area_id,fare_product_id",
                        "KMB:1A:1,on-1-2,off-3,8.00",
                        "KMB:1A:1,on-1-2,off-4,12.40",
                        "KMB:1A:1,on-3,off-4,6.20");
    }

    public FeedFiles table(String file, String... lines) {
        tables.put(file, String.join("\n", lines) + "\n");
        return this;
    }

    public FeedFiles without(String file) {
        tables.remove(file);
        return this;
    }

    public FeedFiles with(String file, String line) {
        tables.merge(file, line + "\n", String::concat);
        return this;
    }

    public FeedFiles replace(String file, String text, String by) {
        tables.computeIfPresent(file, (_, content) -> content.replace(text, by));
        return this;
    }

    public FeedFiles replacePolicy(String text, String by) {
        policy = policy.replace(text, by);
        return this;
    }

    /** Writes {@code <operatorId>.zip} and {@code <operatorId>.yaml}. */
    public void writeTo(Path directory) throws IOException {
        writeTo(directory, operatorId);
    }

    /** Writes {@code <name>.zip} and {@code <name>.yaml}. */
    void writeTo(Path directory, String name) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(name + ".yaml"), policy);
        try (var zip = new ZipOutputStream(Files.newOutputStream(directory.resolve(name + ".zip")))) {
            for (Map.Entry<String, String> table : tables.entrySet()) {
                zip.putNextEntry(new ZipEntry(table.getKey()));
                zip.write(table.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
    }

    public Tariff loadFrom(Path directory) throws IOException, TariffRefusedException {
        writeTo(directory);
        return TariffFeed.load(directory.resolve(operatorId + ".zip"), directory.resolve(operatorId + ".yaml"));
    }

    FeedFiles routes(String... ids) {
        return table(
                "routes.txt", "route_id,agency_id,route_short_name,route_type", each(ids, "," + operatorId + ",r,3"));
    }

    FeedFiles networks(String... ids) {
        return table("networks.txt", "network_id", each(ids, ""));
    }

    /** Each stop is an area of its own. */
    FeedFiles stops(String... ids) {
        return table("stops.txt", "stop_id,stop_name,stop_lat,stop_lon", each(ids, ",stop,22.3,114.2"))
                .table("areas.txt", "area_id", each(ids, ""))
                .table(
                        "stop_areas.txt",
                        "area_id,stop_id",
                        Arrays.stream(ids)
                                .map(id -> id + "," + id)
                                .reduce((a, b) -> a + "\n" + b)
                                .orElse(""));
    }

    /** Ching Ming 2026 (5 April) is a Sunday; the days after it, 6 and 7 April, are public holidays. */
    private FeedFiles dayTypes() {
        return table(
                        "calendar.txt",
                        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date",
                        "WEEKDAY,1,1,1,1,1,0,0,20250101,20271231",
                        "SAT_SUN_PH,0,0,0,0,0,1,1,20250101,20271231")
                .table(
                        "calendar_dates.txt",
                        "service_id,date,exception_type",
                        "WEEKDAY,20260406,2",
                        "SAT_SUN_PH,20260406,1",
                        "WEEKDAY,20260407,2",
                        "SAT_SUN_PH,20260407,1")
                .table("timeframes.txt", "timeframe_group_id,service_id", "WEEKDAY,WEEKDAY", "SAT_SUN_PH,SAT_SUN_PH");
    }

    FeedFiles products(String currency, String... amounts) {
        return table(
                "fare_products.txt",
                "fare_product_id,amount,currency",
                Arrays.stream(amounts)
                        .map(amount -> amount + "," + amount + "," + currency)
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse(""));
    }

    private static String each(String[] ids, String rest) {
        return Arrays.stream(ids)
                .map(id -> id + rest)
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }

    private static String numbered(String prefix, int count) {
        var lines = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            lines.append(i == 1 ? "" : "\n").append(prefix).append(i).append(",stop,22.3,114.2");
        }
        return lines.toString();
    }
}
