package io.baytap.reporting.domain.trace;

import io.baytap.reporting.domain.DayRange;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;

/** Finds events by what they name. */
public interface KeptEvents {

    /**
     * The newest events that name one of the ids, at most {@code max}; none for no ids.
     *
     * @param days on which they were filed
     */
    Uni<List<Kept>> find(Collection<String> ids, DayRange days, int max);
}
