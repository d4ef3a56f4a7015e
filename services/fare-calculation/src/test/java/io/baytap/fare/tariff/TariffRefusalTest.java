package io.baytap.fare.tariff;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TariffRefusalTest {

    @TempDir
    Path directory;

    static List<Arguments> faultyFeeds() {
        String rules = "fare_leg_rules.txt";
        String products = "fare_products.txt";
        return List.of(
                faulty(FeedFiles.mtr().with("stop_areas.txt", "MTR:1,MTR:77"), "stop_areas.txt row 7: .*MTR:77.*"),
                faulty(FeedFiles.mtr().with(rules, "heavy-rail,MTR:1,MTR:77,4.90"), rules + " row 13: .*MTR:77.*"),
                faulty(
                        FeedFiles.mtr().with(rules, "metro,MTR:1,MTR:2,4.90"),
                        rules + " row 13: unknown network_id metro"),
                faulty(
                        FeedFiles.mtr().with(rules, "heavy-rail,MTR:1,MTR:AEL44,9.99"),
                        rules + " row 13: unknown fare_product_id 9.99"),
                faulty(
                        FeedFiles.mtr().with(rules, "heavy-rail,MTR:1,MTR:2,4.90"),
                        rules + " row 13: the rule stands twice"),
                faulty(
                        FeedFiles.mtr().replace(rules, "heavy-rail,MTR:3,MTR:2,10.60\n", ""),
                        rules + ": no fare from MTR:3 to MTR:2 in network heavy-rail.*"),
                faulty(
                        FeedFiles.mtr().replacePolicy("    pairs: SPARSE\n", ""),
                        rules + ": no fare from MTR:AEL4. to MTR:AEL4. in network airport-express.*"),
                faulty(FeedFiles.mtr().without(rules), rules + ": no rule"),
                faulty(FeedFiles.mtr().without("stops.txt"), "stop_areas.txt row 2: .*Stop id=MTR:1"),
                faulty(FeedFiles.mtr().without(products), products + ": the feed lacks this file"),
                faulty(
                        FeedFiles.mtr().replace(products, "4.90,4.90", "4.90,-4.90"),
                        rules + " row 3: negative fare -4.90 HKD"),
                faulty(
                        FeedFiles.mtr().with(products, "x,1000,HKD"),
                        products + " row 6: absurd fare 1000: more than 300"),
                faulty(
                        FeedFiles.mtr().with(products, "x,4.905,HKD"),
                        products + " row 6: amount 4.905 is no amount of HKD"),
                faulty(
                        FeedFiles.mtr().with(products, "x,free,HKD"),
                        products + " row 6: amount free is no amount of HKD"),
                faulty(FeedFiles.mtr().with(products, "x,,HKD"), products + " row 6: amount is missing"),
                faulty(
                        FeedFiles.mtr().with(products, "x,4.90,CNY"),
                        products + " row 6: currency CNY, but the policy says HKD"),
                faulty(
                        FeedFiles.mtr().with(products, "4.90,4.90,HKD"),
                        products + " row 6: fare_product_id 4.90 stands twice"),
                faulty(
                        FeedFiles.mtr().with("route_networks.txt", "metro,MTR:heavy-rail"),
                        "route_networks.txt row 4: unknown network_id metro"),
                faulty(
                        FeedFiles.bus().with("routes.txt", "KMB:9:1,KMB,r,3"),
                        "routes.txt row 3: no fare for route KMB:9:1"),
                faulty(
                        FeedFiles.mtr().replace("agency.txt", "Asia/Hong_Kong", "Asia/Kowloon"),
                        "agency.txt row 2: .*Kowloon"),
                faulty(
                        FeedFiles.star().with("timeframes.txt", "NIGHT,NIGHTS"),
                        "timeframes.txt row 4: unknown service_id NIGHTS"),
                faulty(
                        FeedFiles.star().replace(rules, "LOWER,WEEKDAY", "LOWER,WEEKDAYS"),
                        rules + " row 3: unknown from_timeframe_group_id WEEKDAYS"),
                faulty(
                        FeedFiles.tram().replace(products, "3.30,3.30", "3.30,0.00"),
                        rules + " row 2: a ride for nothing"),
                faulty(FeedFiles.mtr().replacePolicy("city:", "town:"), "MTR.yaml: unknown key town"),
                faulty(
                        FeedFiles.mtr().replacePolicy("reTapWindow", "retapWindow"),
                        "MTR.yaml: unknown key retapWindow"),
                faulty(FeedFiles.mtr().replacePolicy("currency: HKD\n", ""), "MTR.yaml: currency: missing"),
                faulty(
                        FeedFiles.mtr().replacePolicy("currency: HKD", "currency: HK\\$"),
                        "MTR.yaml: currency: .* is not an ISO 4217 code"),
                faulty(
                        FeedFiles.mtr().replacePolicy("PT150M", "150"),
                        "MTR.yaml: networks.journeyMax: 150 is not an ISO 8601 duration"),
                faulty(
                        FeedFiles.mtr().replacePolicy("PT150M", "PT25H"),
                        "MTR.yaml: networks.journeyMax: PT25H is not within .*"),
                faulty(
                        FeedFiles.mtr().replacePolicy("60.80", "sixty"),
                        "MTR.yaml: networks.maximumFare: sixty is no amount in HKD"),
                faulty(
                        FeedFiles.mtr().replacePolicy("ENTRY_EXIT", "BOTH"),
                        "MTR.yaml: networks.pairing: BOTH is none of .*"),
                faulty(FeedFiles.mtr().replacePolicy("territory: HK", "territory: XK9"), "MTR.yaml: territory: XK9 .*"),
                faulty(
                        FeedFiles.mtr().replacePolicy("[\"MTR:heavy-rail\"]", "[\"MTR:heavy-rail\", \"MTR:tram\"]"),
                        "MTR.yaml: networks.routes: no route is MTR:tram"),
                faulty(
                        FeedFiles.mtr().replacePolicy("operator: MTR", "effectiveFrom: June\noperator: MTR"),
                        "MTR.yaml: effectiveFrom: June is neither a date nor .*"),
                faulty(
                        FeedFiles.mtr().replacePolicy("maximumFare: HIGHEST", "linkedStations: [[\"MTR:1\"]]"),
                        "MTR.yaml: networks.linkedStations: .*MTR:1. links nothing"),
                faulty(
                        FeedFiles.mtr()
                                .replacePolicy("maximumFare: HIGHEST", "linkedStations: [[\"MTR:1\", \"MTR:9\"]]"),
                        "MTR.yaml: networks.linkedStations: the feed has no stop MTR:9"),
                faulty(
                        FeedFiles.mtr().replacePolicy("maximumFare: HIGHEST", "sameStation: {freeFor: PT20M}"),
                        "MTR.yaml: networks.sameStation.fare: missing"),
                faulty(
                        FeedFiles.bus().replacePolicy("reTapWindow", "journeyMax"),
                        "KMB.yaml: networks.journeyMax: only where two taps can make a journey"),
                faulty(
                        FeedFiles.bus().replacePolicy("reTapWindow: PT5M", "surcharge: HIGHEST"),
                        "KMB.yaml: networks: sameStation, surcharge .* only with pairing ENTRY_EXIT"),
                faulty(
                        FeedFiles.mtr().replacePolicy("operator: MTR", "riderCategory: child\noperator: MTR"),
                        "MTR.yaml: riderCategory: the feed has no child"),
                faulty(
                        FeedFiles.mtr().replacePolicy("operator: MTR", OFF_PEAK + "\noperator: MTR"),
                        "MTR.yaml: offPeak.service: the feed has no service_id WEEKDAY"));
    }

    private static final String OFF_PEAK =
            "offPeak: [{id: a, routes: [\"MTR:*\"], service: WEEKDAY, from: \"07:15\", until: \"08:15\", percent: 35}]";

    static List<Arguments> faultyTransfers() {
        String transfers = "fare_transfer_rules.txt";
        String header = "from_leg_group_id,to_leg_group_id,transfer_count,duration_limit,duration_limit_type,"
                + "fare_transfer_type,fare_product_id";
        return List.of(
                        Arguments.of("x,tram,,,,0,", transfers + " row 2: unknown from_leg_group_id x"),
                        Arguments.of("tram,tram,,,,0,", transfers + " row 2: transfer_count .* required here"),
                        Arguments.of("tram,,1,,,0,", transfers + " row 2: transfer_count .* forbidden here"),
                        Arguments.of("tram,tram,0,,,0,", transfers + " row 2: transfer_count 0 .*"),
                        Arguments.of("tram,tram,-1,,,3,", transfers + " row 2: fare_transfer_type 3 is not .*"),
                        Arguments.of("tram,tram,-1,,,,", transfers + " row 2: fare_transfer_type is missing"),
                        Arguments.of("tram,tram,-1,90,,0,", transfers + " row 2: duration_limit_type is missing"),
                        Arguments.of(
                                "tram,tram,-1,,1,0,", transfers + " row 2: duration_limit_type without duration_limit"),
                        Arguments.of("tram,tram,-1,-5,1,0,", transfers + " row 2: duration_limit -5 is not .*"),
                        Arguments.of("tram,tram,-1,,,0,x", transfers + " row 2: unknown fare_product_id x"),
                        Arguments.of(
                                "tram,tram,-1,,,0,\ntram,tram,-1,,,1,", transfers + " row 3: the rule stands twice"))
                .stream()
                .map(arguments -> Arguments.of(
                        header + "\n" + arguments.get()[0], arguments.get()[1]))
                .toList();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faultyTransfers")
    void aFaultyTransferRuleIsRefused(String table, String message) {
        FeedFiles feed = FeedFiles.tram()
                .table("fare_leg_rules.txt", "leg_group_id,network_id,fare_product_id", "tram,tram,3.30")
                .table("fare_transfer_rules.txt", table);

        assertThatThrownBy(() -> feed.loadFrom(directory))
                .isInstanceOf(TariffRefusedException.class)
                .message()
                .matches("(?s)" + message);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faultyFeeds")
    void aFaultyFeedIsRefusedWithFileRowAndReason(FeedFiles feed, String message) {
        assertThatThrownBy(() -> feed.loadFrom(directory))
                .isInstanceOf(TariffRefusedException.class)
                .message()
                .matches("(?s)" + message);
    }

    private static Arguments faulty(FeedFiles feed, String message) {
        return Arguments.of(feed, message);
    }
}
