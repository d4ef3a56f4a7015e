package io.baytap.wallet.domain.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A break that was opened, changed or resolved.
 *
 * @param revision 1 when it is opened, 1 more with every change
 */
public record BreakChange(Break found, int revision, Transition transition) {

    /** What happened to it. */
    public enum Transition {
        OPENED,
        CHANGED,
        RESOLVED
    }

    /** A break as it was told last. */
    public record Known(Break told, int revision) {}

    /**
     * What is to be told. A break that is no longer found is resolved by what its line's state says.
     *
     * @param known by id; breaks that are open must all be among them
     */
    public static List<BreakChange> between(Map<String, Known> known, Findings findings) {
        List<BreakChange> changes = new ArrayList<>();
        Map<String, Known> gone = new TreeMap<>(known);
        for (Break found : findings.breaks()) {
            Known before = gone.remove(found.id());
            if (before == null) {
                changes.add(new BreakChange(found, 1, found.isOpen() ? Transition.OPENED : Transition.RESOLVED));
            } else if (!before.told().equals(found)) {
                changes.add(new BreakChange(found, before.revision() + 1, transition(before.told(), found)));
            }
        }
        gone.values().stream().filter(before -> before.told().isOpen()).forEach(before -> {
            // What was not looked at stays as it is.
            LineState state = findings.states().get(before.told().cause());
            if (state != null) {
                changes.add(
                        new BreakChange(before.told().resolved(by(state)), before.revision() + 1, Transition.RESOLVED));
            }
        });
        return changes;
    }

    /** The sum per break of what is open counts once; so a break that comes back is opened again. */
    private static Transition transition(Break before, Break after) {
        if (!after.isOpen()) {
            return Transition.RESOLVED;
        }
        return before.isOpen() ? Transition.CHANGED : Transition.OPENED;
    }

    private static String by(LineState state) {
        return switch (state) {
            case LineState.Matched matched -> matched.with();
            case LineState.Explained explained -> explained.by();
            case LineState.Broken broken -> broken.breakId();
            case LineState.Accepted accepted -> accepted.proposalId();
            case LineState.Pending pending -> "pending until " + pending.until();
        };
    }
}
