package io.baytap.reporting.page;

import java.util.Arrays;
import java.util.Optional;

/** Codes of breaks that the console has words for. Others may come, and are shown as they are. */
final class BreakWords {

    private BreakWords() {}

    /** What is wrong. */
    public enum Reason {
        MISSING_AT_PROVIDER,
        MISSING_IN_LEDGER,
        DOUBLED,
        REFUNDED_TWICE,
        AMOUNT,
        RATE,
        LATE,
        BATCH_AMOUNT,
        MISSING_AT_BANK,
        UNPAID,
        SHORT_PAYOUT,
        OVERPAID,
        PAID_OTHERWISE,
        DEAL_UNSETTLED,
        DEAL_AMOUNT,
        UNKNOWN_ENTRY,
        NOTIFIED_NOT_BOOKED,
        NOTIFIED_OTHERWISE,
        STATEMENT_MISSING,
        REISSUED
    }

    /** Who has to act. */
    public enum Owner {
        US,
        PROVIDER,
        BANK
    }

    /** What happened to a break. */
    public enum Transition {
        OPENED,
        CHANGED,
        RESOLVED
    }

    /** A sentence; empty for a reason that has none. */
    static String reason(ReconciliationMessages text, String code) {
        return find(Reason.values(), code).map(text::explain).orElse("");
    }

    static String owner(ReconciliationMessages text, String code) {
        return find(Owner.values(), code).map(text::ownedBy).orElse(code);
    }

    static String transition(ReconciliationMessages text, String code) {
        return find(Transition.values(), code).map(text::happened).orElse(code);
    }

    private static <E extends Enum<E>> Optional<E> find(E[] known, String code) {
        return Arrays.stream(known)
                .filter(constant -> constant.name().equals(code))
                .findFirst();
    }
}
