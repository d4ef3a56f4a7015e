package io.baytap.reporting.messaging;

/** A record that will never be readable. */
final class Poison extends Exception {

    private final String reason;

    /** @param reason a stable code; holds nothing of the record */
    Poison(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
