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

    static Money less(Money theirs, Money ours, TradeKind kind) {
        return new Money(kind.signed(theirs.minus(ours).minor()), ours.currency());
    }
}
