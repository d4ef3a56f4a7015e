package io.baytap.sandbox.day;

/** How a service takes its fares. */
enum Collection {
    /** Gates in and out of a station network. */
    STATIONS,
    /** One tap on boarding a vehicle. */
    BOARDING,
    /** One tap on leaving a vehicle. */
    LEAVING,
    /** One tap at a pier's turnstile, perhaps one per deck. */
    PIER
}
