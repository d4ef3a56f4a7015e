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
                        FeedFiles.mtr().with(rules, "heavy-rail,MTR:1,MTR:2,10.60"),
                        rules + " row 13: fare 10.60 HKD contradicts row 3: 4.90 HKD"),
                faulty(
                        FeedFiles.mtr().replace(rules, "heavy-rail,MTR:3,MTR:2,10.60\n", ""),
                        rules + ": no fare from MTR:3 to MTR:2 in network heavy-rail.*"),
                faulty(
                        FeedFiles.mtr().replacePolicy("    pairs: SPARSE\n", ""),
                        rules + ": no fare from MTR:AEL4. to MTR:AEL4. in network airport-express.*"),
                faulty(FeedFiles.mtr().without(rules), rules + ": no rule"),
                faulty(FeedFiles.mtr().without("stops.txt"), "stop_areas.txt row 2: .*Stop id=MTR:1"),
                faulty(FeedFiles.mtr().without(products), products + ": the feed lacks this file"),
                faulty(FeedFiles.mtr().with(products, "x,-1.00,HKD"), products + " row 6: negative fare -1.00"),
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
                        FeedFiles.mtr().with("routes.txt", "MTR:x,MTR,r,3"),
                        "routes.txt row 4: no policy for route MTR:x"),
                faulty(
                        FeedFiles.mtr().with("routes.txt", "KMB:x,MTR,r,3"),
                        "routes.txt row 4: route KMB:x does not begin with MTR:"),
                faulty(
                        FeedFiles.bus().with("routes.txt", "KMB:9:1,KMB,r,3"),
                        "routes.txt row 3: no fare for route KMB:9:1"),
                faulty(FeedFiles.mtr().replace("feed_info.txt", "MTR@", "KMB@"), "feed_info.txt row 2: .*KMB@test.*"),
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
                faulty(
                        FeedFiles.tram().table("fare_transfer_rules.txt", "fare_transfer_type", "0"),
                        "fare_transfer_rules.txt: transfer rules are not supported"),
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
                        "MTR.yaml: networks.maximumFare: sixty is neither .*"),
                faulty(
                        FeedFiles.mtr().replacePolicy("ENTRY_EXIT", "BOTH"),
                        "MTR.yaml: networks.pairing: BOTH is none of .*"),
                faulty(FeedFiles.mtr().replacePolicy("territory: HK", "territory: XK9"), "MTR.yaml: territory: XK9 .*"),
                faulty(
                        FeedFiles.mtr().replacePolicy("[\"MTR:heavy-rail\"]", "[\"MTR:heavy-rail\", \"MTR:tram\"]"),
                        "MTR.yaml: networks.routes: no route is MTR:tram"),
                faulty(FeedFiles.mtr().replacePolicy("operator: MTR", "operator: KMB"), "feed_info.txt row 2: .*"));
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
