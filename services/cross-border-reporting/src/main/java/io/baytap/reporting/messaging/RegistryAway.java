package io.baytap.reporting.messaging;

/** The schema registry does not answer. An outage, not a fault of the record: try again. */
final class RegistryAway extends RuntimeException {

    RegistryAway(String detail) {
        super("the schema registry does not answer: " + detail);
    }
}
