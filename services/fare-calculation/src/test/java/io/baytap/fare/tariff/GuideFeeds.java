package io.baytap.fare.tariff;

/** Small feeds to begin with, as the Fares v2 guide on gtfs.org has them. */
final class GuideFeeds {

    private GuideFeeds() {}

    /** Maryland Transit Administration: one network, several products for a leg, 90 minutes of transfers. */
    static FeedFiles maryland() {
        return single("MTA", "")
                .table("networks.txt", "network_id", "core")
                .table("route_networks.txt", "network_id,route_id", "core,bus")
                .products("USD", "2.00", "4.60", "77.00", "22.00")
                .table(
                        "fare_leg_rules.txt",
                        "leg_group_id,network_id,fare_product_id",
                        "one_way,core,2.00",
                        "one_way,core,4.60",
                        "one_way,core,77.00",
                        "one_way,core,22.00")
                .table(
                        "fare_transfer_rules.txt",
                        "from_leg_group_id,to_leg_group_id,duration_limit,duration_limit_type,fare_transfer_type,transfer_count",
                        "one_way,one_way,5400,1,0,-1");
    }

    /** One bus between two stops. */
    static FeedFiles single(String agency, String policy) {
        return agency(agency, policy)
                .routes("bus")
                .networks("bus")
                .table("route_networks.txt", "network_id,route_id", "bus,bus")
                .stops("A", "B")
                .table("fare_leg_rules.txt", "fare_product_id", "single");
    }

    /** An agency without stops and routes yet. */
    static FeedFiles agency(String agency, String policy) {
        return FeedFiles.of(agency, "America/New_York", """
                operator: %s
                currency: USD
                city: somewhere
                territory: US
                %s
                networks:
                  - {routes: ["*"], pairing: ON_ENTRY, freeRides: true}
                """.formatted(agency, policy));
    }
}
