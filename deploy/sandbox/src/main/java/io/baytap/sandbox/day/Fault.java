package io.baytap.sandbox.day;

/** What goes wrong on a trip; at most one thing does. The share is of all trips and an assumption of ours; each happens at least once. */
enum Fault {
    NONE(0),
    /** The rider holds the code there again within seconds: a tap of its own, and no second fare. */
    RE_TAP(0.02),
    /** Nobody sees the rider leave. */
    MISSING_EXIT(0.006),
    /** Nobody saw the rider enter. */
    MISSING_ENTRY(0.003),
    /** The phone shows an old code; the rider refreshes it and taps again. */
    EXPIRED_CODE(0.004),
    /** Somebody tries a code with a made-up signature before. */
    FORGED_CODE(0.002),
    /** Somebody tries a code of a wallet that nobody knows before. */
    UNKNOWN_ISSUER(0.001),
    /** The reader picks up something that is no code at all before. */
    MALFORMED_CODE(0.001),
    /** The vehicle names a stop that its route does not have, then the right one. */
    UNKNOWN_STOP(0.001),
    /** A station gate names another station than its own, then none. */
    LOCATION_MISMATCH(0.001),
    /** The gate's clock jumps three hours ahead for one tap. */
    CLOCK_AHEAD(0.001);

    private final double share;

    Fault(double share) {
        this.share = share;
    }

    double share() {
        return share;
    }

    boolean fits(Ride ride) {
        boolean station = ride.service().collection() == Collection.STATIONS;
        boolean vehicle = ride.service().collection() == Collection.BOARDING
                || ride.service().collection() == Collection.LEAVING;
        return switch (this) {
            case MISSING_EXIT, MISSING_ENTRY, LOCATION_MISMATCH -> station;
            case UNKNOWN_STOP -> vehicle;
            case NONE, RE_TAP, EXPIRED_CODE, FORGED_CODE, UNKNOWN_ISSUER, MALFORMED_CODE, CLOCK_AHEAD -> true;
        };
    }
}
