package io.baytap.tariffs.published;

/** What runs on a route. */
public enum Mode {
    RAIL,
    LIGHT_RAIL,
    BUS,
    TRAM,
    FERRY
}
