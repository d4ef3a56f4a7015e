package io.baytap.tap.domain;

/** What reading a rider code can find. Says nothing about time: that is judged when the tap happened. */
public sealed interface CodeReading {

    /** Signed by a registered issuer. */
    record Genuine(RiderCode code) implements CodeReading {}

    record Refused(RejectReason reason) implements CodeReading {}
}
