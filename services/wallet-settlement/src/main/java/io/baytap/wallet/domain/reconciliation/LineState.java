package io.baytap.wallet.domain.reconciliation;

import java.time.LocalDate;

/** Where a line stands. Every line has exactly one. */
public sealed interface LineState {

    /** The other side says the same. */
    record Matched(String with) implements LineState {}

    /** The other side has until then: that day's statement is not here yet. */
    record Pending(LocalDate until) implements LineState {}

    /** Somebody has to act. */
    record Broken(String breakId, BreakReason reason) implements LineState {}

    /** It looked wrong and something else explains it. */
    record Explained(BreakReason reason, String by) implements LineState {}

    /** Two people took note of what is wrong with it. Looked at again: should it change, it is broken again. */
    record Accepted(BreakReason reason, String proposalId) implements LineState {}

    /** Stable code: {@code MATCHED}, {@code PENDING}, {@code BREAK:<reason>}, {@code EXPLAINED:<reason>}, {@code
     * RESOLVED:<reason>}. */
    default String code() {
        return switch (this) {
            case Matched _ -> "MATCHED";
            case Pending _ -> "PENDING";
            case Broken broken -> "BREAK:" + broken.reason();
            case Explained explained -> "EXPLAINED:" + explained.reason();
            case Accepted accepted -> "RESOLVED:" + accepted.reason();
        };
    }

    /** Whether it needs not be looked at again. */
    default boolean isFinal() {
        return switch (this) {
            case Matched _, Explained _ -> true;
            case Pending _, Broken _, Accepted _ -> false;
        };
    }
}
