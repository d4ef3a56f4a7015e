package io.baytap.sandbox.conformance;

import java.util.List;

/** A way to bring a batch to the system under test. */
interface KitDoor extends AutoCloseable {

    /** As it is called on the screen and in gates' ids. */
    String name();

    /** Whether a content type can be said here, or every batch is Avro. */
    boolean speaks(String contentType);

    /**
     * Sends the batch and waits for what becomes of it.
     *
     * @return a verdict per tap, as {@code ACCEPTED} or {@code REJECTED REASON}; or one {@code REFUSED REASON} for the batch, or one
     *     text that says what went wrong
     */
    List<String> send(KitBatch batch) throws InterruptedException;

    @Override
    void close();
}
