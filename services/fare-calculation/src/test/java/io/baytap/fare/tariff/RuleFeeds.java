package io.baytap.fare.tariff;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baytap.fare.domain.Rates;
import io.baytap.fare.domain.Rulebook;
import io.baytap.fare.domain.Scheme;
import io.baytap.fare.domain.Tariff;
import io.baytap.fare.domain.Tariffs;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Feeds that have every rule of a policy, with published figures, and schemes over them. */
public final class RuleFeeds {

    private static final List<String> STATIONS = List.of("1", "2", "3", "39", "75", "76", "78", "80");

    /** MTR adult Octopus fares between those stations, in cents. Source: MTR open data, as in deploy/tariffs/published. */
    private static final int[][] FARES = {
        {0, 490, 1060, 0, 2220, 5220, 5220, 1060},
        {490, 0, 1060, 490, 2220, 5220, 5220, 1060},
        {1060, 1060, 0, 1060, 1490, 4430, 4430, 0},
        {0, 490, 1060, 0, 2220, 5220, 5220, 1060},
        {2220, 2220, 1490, 2220, 0, 2650, 2650, 1490},
        {5220, 5220, 4430, 5220, 2650, 0, 2650, 4430},
        {5220, 5220, 4430, 5220, 2650, 2650, 0, 4430},
        {1060, 1060, 0, 1060, 1490, 4430, 4430, 0}
    };

    private RuleFeeds() {}

    /** Central 1, Admiralty 2, Tsim Sha Tsui 3, Hong Kong 39, Sheung Shui 75, Lo Wu 76, Lok Ma Chau 78, East Tsim Sha Tsui 80. */
    public static FeedFiles mtr() {
        FeedFiles feed = FeedFiles.of("MTR", "Asia/Hong_Kong", """
                operator: MTR
                currency: HKD
                city: hong-kong
                territory: HK
                networks:
                  - routes: ["MTR:heavy-rail"]
                    pairing: ENTRY_EXIT
                    journeyMax: PT150M
                    maximumFare: HIGHEST
                    surcharge: HIGHEST
                    sameStation: {freeFor: PT20M, fare: "10.00", lowestFareAt: ["MTR:76", "MTR:78"]}
                    linkedStations: [["MTR:1", "MTR:39"], ["MTR:3", "MTR:80"]]
                    reTapWindow: PT5M
                """)
                .routes("MTR:heavy-rail")
                .networks("heavy-rail")
                .table("route_networks.txt", "network_id,route_id", "heavy-rail,MTR:heavy-rail")
                .stops(STATIONS.stream().map(station -> "MTR:" + station).toArray(String[]::new))
                .products("HKD", "0.00", "4.90", "10.60", "14.90", "22.20", "26.50", "44.30", "52.20");
        List<String> rules = new ArrayList<>();
        for (int from = 0; from < STATIONS.size(); from++) {
            for (int to = 0; to < STATIONS.size(); to++) {
                rules.add("heavy-rail,MTR:%s,MTR:%s,%s,0"
                        .formatted(STATIONS.get(from), STATIONS.get(to), BigDecimal.valueOf(FARES[from][to], 2)));
            }
        }
        return feed.table(
                "fare_leg_rules.txt",
                "network_id,from_area_id,to_area_id,fare_product_id,rule_priority",
                String.join("\n", rules));
    }

    /**
     * Route 52X from Tuen Mun Central, four stops for its 41: 14.60 from the terminus, 5.10 for the section to the second stop
     * (Sam Shing Estate), 6.00 to the third (Gold Coast); from the third 7.20. Source: KMB's fares and regional two-way
     * section fares, as in deploy/tariffs/published.
     */
    public static FeedFiles sections() {
        return FeedFiles.of("KMB", "Asia/Hong_Kong", """
                operator: KMB
                currency: HKD
                city: hong-kong
                territory: HK
                networks:
                  - routes: ["KMB:*"]
                    pairing: BOARD_THEN_REBATE
                    journeyMax: PT3H
                    reTapWindow: PT5M
                """)
                .routes("KMB:52X:2")
                .networks("KMB:52X:2")
                .table("route_networks.txt", "network_id,route_id", "KMB:52X:2,KMB:52X:2")
                .stops("KMB:52X:2#1", "KMB:52X:2#2", "KMB:52X:2#3", "KMB:52X:2#4")
                .products("HKD", "14.60", "7.20", "6.00", "5.10")
                .table(
                        "fare_leg_rules.txt",
                        "leg_group_id,network_id,from_area_id,to_area_id,fare_product_id,rule_priority",
                        "kmb,KMB:52X:2,KMB:52X:2#1,,14.60,0",
                        "kmb,KMB:52X:2,KMB:52X:2#2,,14.60,0",
                        "kmb,KMB:52X:2,KMB:52X:2#3,,7.20,0",
                        "kmb,KMB:52X:2,KMB:52X:2#1,KMB:52X:2#2,5.10,1",
                        "kmb,KMB:52X:2,KMB:52X:2#1,KMB:52X:2#3,6.00,1");
    }

    /** Shenzhen Metro: 2 CNY to the next station, 5 CNY to the third; 180 minutes. */
    public static FeedFiles shenzhen() {
        return FeedFiles.of("SZM", "Asia/Shanghai", """
                operator: SZM
                currency: CNY
                city: shenzhen
                territory: CN
                networks:
                  - routes: ["SZM:metro"]
                    pairing: ENTRY_EXIT
                    journeyMax: PT180M
                    maximumFare: HIGHEST
                    surcharge: HIGHEST
                    reTapWindow: PT5M
                """)
                .routes("SZM:metro")
                .networks("metro")
                .table("route_networks.txt", "network_id,route_id", "metro,SZM:metro")
                .stops("SZM:a", "SZM:b", "SZM:c")
                .products("CNY", "2.00", "5.00")
                .table(
                        "fare_leg_rules.txt",
                        "network_id,from_area_id,to_area_id,fare_product_id,rule_priority",
                        "metro,,,2.00,0",
                        "metro,SZM:a,SZM:c,5.00,1",
                        "metro,SZM:c,SZM:a,5.00,1");
    }

    /** With the tram, on which a second ride within an hour is free (an example: no operator has that rule). */
    public static Rulebook rules(String... schemes) {
        FeedFiles tram = FeedFiles.tram()
                .table("fare_leg_rules.txt", "leg_group_id,network_id,fare_product_id", "tram,tram,3.30")
                .table(
                        "fare_transfer_rules.txt",
                        "from_leg_group_id,to_leg_group_id,transfer_count,duration_limit,duration_limit_type,fare_transfer_type",
                        "tram,tram,1,3600,1,0");
        return rules(List.of(mtr(), sections(), shenzhen(), tram), schemes);
    }

    public static Rulebook rules(List<FeedFiles> feeds, String... schemes) {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "feeds-");
            List<Tariff> tariffs = new ArrayList<>();
            for (FeedFiles feed : feeds) {
                tariffs.add(feed.loadFrom(directory));
            }
            List<Scheme> read = new ArrayList<>();
            for (String scheme : schemes) {
                read.add(SchemeFile.parse("test.scheme.yaml", scheme.getBytes(UTF_8)));
            }
            // Hong Kong dollars per yuan: 1.08, about that of April 2026.
            Rates rates = (from, to, _) -> from.equals(to)
                    ? Optional.of(BigDecimal.ONE)
                    : Optional.of(
                            from.getCurrencyCode().equals("CNY")
                                    ? new BigDecimal("1.08")
                                    : new BigDecimal("0.9259259259"));
            return new Rulebook(new Tariffs(tariffs), read, rates);
        } catch (IOException | TariffRefusedException e) {
            throw new IllegalStateException(e);
        }
    }
}
