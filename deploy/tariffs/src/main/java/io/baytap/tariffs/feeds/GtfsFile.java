package io.baytap.tariffs.feeds;

import java.util.List;

/** The files of a GTFS Fares v2 feed that we write, with their columns. */
enum GtfsFile {
    AGENCY("agency.txt", "agency_id", "agency_name", "agency_url", "agency_timezone"),
    STOPS("stops.txt", "stop_id", "stop_name"),
    ROUTES("routes.txt", "route_id", "agency_id", "route_short_name", "route_long_name", "route_type"),
    /** Empty: these feeds price journeys and promise no departures. GTFS wants the file all the same. */
    TRIPS("trips.txt", "route_id", "service_id", "trip_id"),
    /** Empty, for the same reason. */
    STOP_TIMES("stop_times.txt", "trip_id", "stop_id", "stop_sequence"),
    CALENDAR(
            "calendar.txt",
            "service_id",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "start_date",
            "end_date"),
    CALENDAR_DATES("calendar_dates.txt", "service_id", "date", "exception_type"),
    TIMEFRAMES("timeframes.txt", "timeframe_group_id", "start_time", "end_time", "service_id"),
    FARE_PRODUCTS("fare_products.txt", "fare_product_id", "fare_product_name", "amount", "currency"),
    FARE_LEG_RULES(
            "fare_leg_rules.txt",
            "leg_group_id",
            "network_id",
            "from_area_id",
            "to_area_id",
            "from_timeframe_group_id",
            "fare_product_id",
            "rule_priority"),
    FARE_TRANSFER_RULES(
            "fare_transfer_rules.txt",
            "from_leg_group_id",
            "to_leg_group_id",
            "transfer_count",
            "duration_limit",
            "duration_limit_type",
            "fare_transfer_type",
            "fare_product_id"),
    AREAS("areas.txt", "area_id", "area_name"),
    STOP_AREAS("stop_areas.txt", "area_id", "stop_id"),
    NETWORKS("networks.txt", "network_id", "network_name"),
    ROUTE_NETWORKS("route_networks.txt", "network_id", "route_id"),
    FEED_INFO("feed_info.txt", "feed_publisher_name", "feed_publisher_url", "feed_lang", "feed_version");

    private final String fileName;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, which cannot change
    private final List<String> columns;

    GtfsFile(String fileName, String... columns) {
        this.fileName = fileName;
        this.columns = List.of(columns);
    }

    String fileName() {
        return fileName;
    }

    List<String> columns() {
        return columns;
    }
}
