package io.baytap.fare.domain;

import java.time.Instant;

/** A tap and the terms under which it was admitted. */
public record RiderTap(Tap tap, Terms terms) {

    String id() {
        return tap.id();
    }

    Instant at() {
        return tap.occurredAt();
    }
}
