package io.baytap.tap.domain;

import java.time.Instant;

/**
 * A rider who may not tap any more.
 *
 * @param since when it began
 * @param partition where it stands among the denials
 * @param offset and behind which others there
 */
public record Denial(String riderId, Instant since, int partition, long offset) {}
