package io.baytap.reporting.domain.trace;

import io.baytap.reporting.domain.EventKey;
import java.time.Instant;

/** An id that events name, as it is filed. */
public final class Reference {

    private Reference() {}

    /** The first 64 bits of its SHA-256. */
    public static long hash(String id) {
        return EventKey.of(id, Instant.EPOCH).hash().getMostSignificantBits();
    }
}
