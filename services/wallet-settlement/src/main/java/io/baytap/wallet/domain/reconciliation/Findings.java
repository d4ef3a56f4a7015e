package io.baytap.wallet.domain.reconciliation;

import io.baytap.schemas.Money;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a reconciliation says: a state for every line, and the breaks. */
public final class Findings {

    private final SortedMap<String, LineState> states = new TreeMap<>();
    private final SortedMap<String, Break> breaks = new TreeMap<>();

    /** By the line's reference. */
    public Map<String, LineState> states() {
        return Collections.unmodifiableMap(states);
    }

    /** Open and explained ones, by id. */
    public Collection<Break> breaks() {
        return Collections.unmodifiableCollection(breaks.values());
    }

    /** @throws IllegalStateException if the line has a state already: a defect */
    void state(String line, LineState state) {
        LineState before = states.put(line, state);
        if (before != null) {
            throw new IllegalStateException(line + " is " + before.code() + " and " + state.code());
        }
    }

    void found(Break found) {
        breaks.put(found.id(), found);
    }

    /** Opens a break about its cause. */
    void broken(Break found) {
        found(found);
        state(found.cause(), new LineState.Broken(found.id(), found.reason()));
    }

    /**
     * Adds statements that are due.
     *
     * @param here breaks about statements that came since
     */
    public void statements(Collection<MissingStatement> missing, Collection<Break> here) {
        missing.forEach(one -> broken(one.found()));
        here.forEach(one -> state(
                one.cause(), new LineState.Matched(MissingStatement.of(one).name())));
    }

    /**
     * Leaves what people resolved resolved, as long as it is the same: a break that changed since is open.
     *
     * @param told breaks as they were told last
     */
    public void keepResolved(Collection<Break> told) {
        for (Break before : told) {
            String by = before.resolvedBy();
            Break found = breaks.get(before.id());
            if (by == null || !by.startsWith("proposal:") || found == null || !found.isOpen()) {
                continue;
            }
            if (found.resolved(by).equals(before)) {
                breaks.put(before.id(), before);
                states.replaceAll((_, state) -> state instanceof LineState.Broken broken
                                && broken.breakId().equals(before.id())
                        ? new LineState.Accepted(before.reason(), by)
                        : state);
            }
        }
    }

    static Money less(Money theirs, Money ours, TradeKind kind) {
        return new Money(kind.signed(theirs.minus(ours).minor()), ours.currency());
    }
}
