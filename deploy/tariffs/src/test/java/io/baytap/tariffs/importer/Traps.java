package io.baytap.tariffs.importer;

import java.util.stream.Stream;

/** What has gone wrong in copies of these files, and what could. */
final class Traps {

    private static final String FIRST_KMB = "KMB,1,hkbus2024:1+1+CHUK YUEN+STAR FERRY,ALL,";

    private Traps() {}

    static Stream<Trap> stations() {
        String rail = PublishedFolder.RAIL_FARES;
        String first = "\"Central\",1,\"Tsim Sha Tsui\",3,4.90";
        String pair = "\"Central\",1,\"Tsim Sha Tsui\",3,";
        String self = "\"Central\",1,\"Central\",1,0.00";
        return Stream.of(
                Trap.of(rail, self, "\"Nowhere\",999,\"Central\",1,1000.00,5\n" + self, 2, "absurd: 1000.00"),
                Trap.of(rail, self, "\"Nowhere\",999,\"Central\",1,10.00,5\n" + self, 2, "there is no station 999"),
                Trap.of(rail, self, "\"Central\",1,\"Central\",1,10.00", 2, "1 to itself costs 10.00"),
                Trap.of(rail, first, pair + "-4.90", 3, "negative"),
                Trap.of(rail, first, pair + "0.00", 3, "costs 0, which means no service"),
                Trap.of(rail, first, pair + "5.10", 3, "costs 5.10, and 4.90 the way back (row 7)"),
                Trap.of(rail, first, pair + "4.905", 3, "finer than a cent"),
                Trap.of(rail, first, pair + "free", 3, "is no number: free"),
                Trap.of(rail, first, pair, 3, "OCT_ADT_FARE is empty"),
                Trap.of(rail, first, "\"Admiralty\",1,\"Tsim Sha Tsui\",3,4.90", 3, "called Admiralty here"),
                Trap.of(rail, first + ",5.50\n", "", 0, "there is no fare from 1 to 3"),
                Trap.of(rail, first, first + ",5.50\n" + first, 4, "1 to 3 stands twice"),
                Trap.of(rail, first, first + ",5.50,7", 0, "it is not CSV"),
                Trap.of(rail, "OCT_ADT_FARE", "ADULT", 1, "the header lacks one of"));
    }

    static Stream<Trap> otherNetworks() {
        String light = PublishedFolder.LIGHT_RAIL_FARES;
        String airport = PublishedFolder.AIRPORT_FARES;
        String busFares = PublishedFolder.MTR_BUS_FARES;
        String busStops = PublishedFolder.MTR_BUS_STOPS;
        return Stream.of(
                Trap.of(light, "\"920\",\"1\",5.10\n", "", 0, "there is no fare from 920 to 1"),
                Trap.of(light, "\"1\",\"920\",5.10", "\"1\",\"920\",0.00", 3, "which means no service"),
                Trap.of(light, "\"1\",\"920\",5.10", "\"2\",\"920\",5.10", 3, "there is no station 2"),
                Trap.of(airport, "Airport,47,HongKong,44,120\n", "", 0, "there is no fare from 47 to 44"),
                Trap.of(airport, "Airport,47,AsiaWorld", "Airport,470,AsiaWorld", 5, "there is no station 470"),
                Trap.of(busFares, "K12,4.8", "K12,0", 2, "0, which means no service"),
                Trap.of(busFares, "K12\n", "K12\nK12,4.8,K12\n", 3, "route K12 stands twice"),
                Trap.of(busFares, "4.8,K12", "4.8,K99", 2, "route K99 has no stops"),
                Trap.of(busStops, "K12,O,4,", "K12,O,2,", 4, "stop 2 comes after stop 2"));
    }

    static Stream<Trap> routes() {
        String fares = PublishedFolder.FARES;
        String near = FIRST_KMB + "3,4,4,5,6.0";
        String far = FIRST_KMB + "1,2,2,5,10.0";
        String rest = ",2026-07,MAPPED\n";
        return Stream.of(
                Trap.of(fares, near, FIRST_KMB + "3,4,4,5,0.0", 3, "0, which means no service"),
                Trap.of(fares, near, FIRST_KMB + "3,4,4,5,1000", 3, "absurd"),
                Trap.of(fares, near, FIRST_KMB + "3,4,4,6,6.0", 3, "off_to is 6, outside 2 to 5"),
                Trap.of(fares, near, FIRST_KMB + "4,3,4,5,6.0", 3, "on_from is after on_to"),
                Trap.of(fares, near, FIRST_KMB + "2,4,4,5,6.0", 3, "second price"),
                Trap.of(fares, near, FIRST_KMB + "3,4,3,4,6.0", 3, "ends before the last stop to board at"),
                Trap.of(fares, near, FIRST_KMB + "3,4,4,5,12.0", 3, "are these fares per alighting stop?"),
                Trap.of(
                        fares,
                        far,
                        FIRST_KMB + "1,2,2,3,10.0" + rest + FIRST_KMB + "1,2,4,5,6.0",
                        3,
                        "and 10.00 for less of the way"),
                Trap.of(fares, near, near.replace("ALL", "SAT"), 3, "no day type SAT"),
                Trap.of(fares, near, near.replace("KMB,1,", "KMB,9,"), 3, "there is no route KMB 9"),
                Trap.of(fares, "15,SUN_PH,1", "15,ALL,1", 6, "for every day and others for some days"),
                Trap.of(fares, "ALL,1,1,2,2,5.0", "ALL,1,1,2,2,4.0", 8, "4.00 here and 5.00 in its own table"));
    }

    static Stream<Trap> variants() {
        String routes = PublishedFolder.ROUTES;
        String bus = "NLB,11A,nlb:15,";
        return Stream.of(
                Trap.of(routes, "KMB,1,", "KMX,1,", 2, "unknown operator KMX"),
                Trap.of(routes, "Star Ferry,5,43", "Star Ferry,1,43", 2, "stops is 1, outside 2 to 200"),
                Trap.of(routes, bus, bus + "X,Y,3,20,x\n" + bus, 5, "stands twice (row 4)"),
                Trap.of(routes, "gtfs:4003:1", "4003", 5, "not of the form gtfs:"),
                Trap.of(routes, bus, "NLB,11A,nlb:16,X,Y,3,20,x\n" + bus, 0, "NLB:11A:1 (nlb:16) has no fare")
                        .refusing(PublishedFolder.FARES));
    }

    static Stream<Trap> theRest() {
        String star = PublishedFolder.STAR_FERRY;
        String sections = PublishedFolder.SECTIONS;
        String lower = "Central-Tsim Sha Tsui,LOWER,SAT_SUN_PH,ADULT,5.6,2023-04-03,press\n";
        String rates = PublishedFolder.RATES;
        String edges = PublishedFolder.SHENZHEN_EDGES;
        return Stream.of(
                Trap.of(star, lower, "", 0, "there is no fare for [STAR:central-tsim-sha-tsui, LOWER]"),
                Trap.of(star, lower, lower + lower, 6, "stands twice"),
                Trap.of(star, "LOWER,SAT_SUN_PH", "MIDDLE,SAT_SUN_PH", 5, "unknown deck MIDDLE"),
                Trap.of(star, "Wan Chai-", "Hung Hom-", 6, "no Star Ferry route Hung Hom-Tsim Sha Tsui"),
                Trap.of(sections, "\"1\"", "\"999X\"", 0, "section 0: there is no route KMB 999X"),
                Trap.of(sections, "4.8", "4.805", 0, "section 0: fare is no amount: 4.805"),
                Trap.of(sections, "4.8", "480", 0, "section 0: fare is absurd"),
                Trap.of(sections, "4.8", "5.2", 0, "costs 5.20 before the adjustment and less after it: 5.10"),
                Trap.of(sections, "黃大仙", "彩虹", 0, "has 1 fares: one before and one after"),
                Trap.of(sections, "\"end\": \"黃大仙\"", "\"end\": \"\"", 0, "section 0: end is empty"),
                Trap.of(PublishedFolder.HOLIDAYS, "\"20260117\"", "\"20260140\"", 0, "this is no date"),
                Trap.of(PublishedFolder.HOLIDAYS, ", \"20260117\"", "", 0, "2026 has 16 holidays, not 17"),
                Trap.of(PublishedFolder.HOLIDAYS, "\"20260102\"", "\"20260120\"", 0, "out of order"),
                Trap.of(PublishedFolder.RIDERSHIP, "KMB,", "KMX,", 2, "unknown operator KMX"),
                Trap.of(PublishedFolder.RIDERSHIP, "2528837", "25288", 2, "923025588 a year is not 25288 a day"),
                Trap.of(edges, "国贸\", \"d", "无名\", \"d", 0, "edge 0 joins an unknown station: SZM:罗湖 to SZM:无名"),
                Trap.of(edges, "693", "69300", 0, "edge 1 is absurd"),
                Trap.of(edges, "\"from\": \"国贸\"", "\"from\": \"深圳北\"", 0, "no rails lead to SZM:深圳北站"),
                Trap.of(PublishedFolder.SHENZHEN_STATIONS, "]}", "", 0, "it cannot be read as JSON"),
                Trap.of(rates, "9.1729", "0", 3, "HKD is not positive"),
                Trap.of(rates, "9.1729", "91.729", 3, "HKD moves from 91.729 to 9.1507 in a day"),
                Trap.of(rates, "2026-04-10", "2026-04-14", 3, "2026-04-14 does not come before 2026-04-13"));
    }
}
