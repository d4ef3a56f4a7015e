package io.baytap.tap.domain;

import java.time.Instant;

/** A rider who may not tap any more. */
public record Denial(Instant since) {}
