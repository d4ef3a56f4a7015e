package io.baytap.reporting.domain.trace;

import io.baytap.reporting.domain.EventKey;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** An id that events name, as it is filed: the first 64 bits of its SHA-256. */
public final class Reference {

    private static final String JOURNEY = "journey:";

    private Reference() {}

    public static long hash(String id) {
        return EventKey.digest(id).getLong();
    }

    /**
     * What to look for if somebody asks for these ids. What a journey causes has the journey's id within its own and is filed under
     * that alone, so {@code charge:conversion:fare:journey:tap:gate-1:7:0} is looked for as {@code journey:tap:gate-1:7}, too.
     */
    public static Long[] hashes(Collection<String> ids) {
        Set<String> filed = new LinkedHashSet<>(ids);
        for (String id : ids) {
            int start = id.indexOf(JOURNEY);
            // Where the journey's id ends is not known: at one of the colons.
            for (int end = id.length();
                    start >= 0 && end > start + JOURNEY.length();
                    end = id.lastIndexOf(':', end - 1)) {
                filed.add(id.substring(start, end));
            }
        }
        return filed.stream().map(Reference::hash).toArray(Long[]::new);
    }
}
