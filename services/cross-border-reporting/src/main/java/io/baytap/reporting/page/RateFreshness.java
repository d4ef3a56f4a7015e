package io.baytap.reporting.page;

import java.time.Duration;
import java.time.Instant;

/** When a published rate counts as stale: so long after its publication. */
public record RateFreshness(Duration staleAfter) {

    boolean isStale(Instant publishedAt, Instant now) {
        return Duration.between(publishedAt, now).compareTo(staleAfter) > 0;
    }
}
