package io.baytap.sandbox.published;

import java.util.OptionalLong;

/** Fares of a station network, in minor units. */
interface StationFares {

    /** Empty where that journey is not sold. */
    OptionalLong fare(String fromStopId, String toStopId);

    /** The lowest fare from there to another station that is not free. */
    OptionalLong lowestFrom(String stopId);

    /** The highest fare of the network: what an incomplete journey is held at. */
    long highest();
}
