package io.baytap.reporting.rest;

/** A period that is not published, or not yet: HTTP 404. */
final class NotPublished extends RuntimeException {

    NotPublished(String period) {
        super(period + " is not published, or not yet");
    }
}
