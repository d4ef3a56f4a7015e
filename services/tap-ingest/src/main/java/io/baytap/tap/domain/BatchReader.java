package io.baytap.tap.domain;

/** Reads the taps of a body. */
@FunctionalInterface
public interface BatchReader {

    /** Never throws for what stands in the body; it was signed by that gate. */
    BatchReading read(BatchFormat format, byte[] body, String gateId);
}
