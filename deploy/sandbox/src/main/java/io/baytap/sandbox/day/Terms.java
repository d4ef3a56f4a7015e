package io.baytap.sandbox.day;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The figures beside the fare tables, written down a second time: the line reads them from policy and scheme files, which nothing here
 * does. Amounts are minor units of HKD.
 */
final class Terms {

    static final String HEAVY_RAIL = "MTR:heavy-rail";
    static final String LIGHT_RAIL = "MTR:light-rail";
    static final String AIRPORT_EXPRESS = "MTR:airport-express";

    /** MTR, as reported in the press; Shenzhen Metro allows half an hour more. */
    static final Duration MTR_STAY = Duration.ofMinutes(150);

    static final Duration SHENZHEN_STAY = Duration.ofHours(3);

    /** MTR, as reported in the press. */
    static final Duration SAME_STATION_FREE = Duration.ofMinutes(20);

    static final long SAME_STATION_MINOR = 10_00;
    static final Set<String> BORDER_STATIONS = Set.of("MTR:76", "MTR:78");

    /** Central with Hong Kong, Tsim Sha Tsui with East Tsim Sha Tsui, by the fare table. */
    static final List<List<String>> LINKED = List.of(List.of("MTR:1", "MTR:39"), List.of("MTR:3", "MTR:80"));

    /** How long after boarding an alighting tap counts on KMB and Citybus; ours. */
    static final Duration ALIGHTING = Duration.ofMinutes(150);

    /** Of example terms of ours: KMB's transfer discount from noon on, from boarding to boarding. */
    static final Duration TRANSFER = Duration.ofMinutes(90);

    static final long TRANSFER_MINOR = 1_00;

    /** Of example terms of ours: from the last tap to the next journey's first. */
    static final Duration BUS_TO_RAIL = Duration.ofMinutes(30);

    static final Duration OVER_THE_BORDER = Duration.ofHours(1);
    static final long INTERCHANGE_MINOR = 2_00;
    static final int BACK_PERCENT = 10;

    /** Of example terms of ours: the most that a day costs on KMB, Long Win Bus and Citybus together. */
    static final long BUS_CAP_MINOR = 40_00;

    /** And on MTR's heavy rail and Light Rail and Shenzhen Metro together. */
    static final long RAIL_CAP_MINOR = 90_00;

    static final Set<String> BUS_CAP = Set.of("KMB", "LWB", "CTB");
    static final Set<String> RAIL_CAP = Set.of(HEAVY_RAIL, LIGHT_RAIL, "SZM:metro");

    private Terms() {}
}
