package io.baytap.tap.domain;

/** Proves rider codes. */
public interface RiderCodes {

    /** Never throws for a bad code; it comes from whoever stands at the gate. */
    CodeReading read(String code);
}
