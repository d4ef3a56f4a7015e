package io.baytap.wallet.domain;

import static io.baytap.wallet.domain.ChargeStatus.CANCELLED;
import static io.baytap.wallet.domain.ChargeStatus.CONFIRMING;
import static io.baytap.wallet.domain.ChargeStatus.DEBT;
import static io.baytap.wallet.domain.ChargeStatus.DECLINED;
import static io.baytap.wallet.domain.ChargeStatus.DUE;
import static io.baytap.wallet.domain.ChargeStatus.SETTLED;
import static io.baytap.wallet.domain.ChargeStatus.SUBMITTED;
import static io.baytap.wallet.domain.ChargeStatus.UNKNOWN;
import static io.baytap.wallet.domain.ChargeStatus.WAITING;

import java.util.Arrays;

/**
 * The state machine of a charge: every arrow there is. {@link ChargeRules} says when each is taken.
 *
 * <pre>
 * WAITING ─▶ DUE ─▶ SUBMITTED ─▶ UNKNOWN ⟲     asked after by its number until it is known
 *             ▲▼          ├───────────┤
 *             │CANCELLED  ├▶ SETTLED ◀┤         debited
 *             │           ├▶ DECLINED ◀┤        refused
 *             │           └▶ DEBT ◀────┘        refused three times: denied until it is paid or corrected away
 *             │
 *             └─ CONFIRMING ⟲ ◀─ DECLINED       at T+1, T+3
 *                           ◀─ DEBT             on request
 *                           ◀─ DUE              nothing is left before the first attempt
 * </pre>
 *
 * <p>A refusal may lie: a copy of the question that was slow on its way may be debited after another copy was refused,
 * for reasons that take no number. So a refused number is asked after once more before a new one is used, when no copy
 * can be under way any more; and what turns out to be debited is settled from anywhere.
 */
public enum ChargeMove {
    /** The rider's contract became known. */
    SIGNED(WAITING, DUE),
    /** An attempt with a number of its own is written down; then the provider is asked. */
    SUBMIT(DUE, SUBMITTED),
    /** Corrections left nothing to debit, and the provider was asked. */
    CORRECTED_AWAY(DUE, CANCELLED),
    /** Corrections left nothing to debit before the provider was asked: it is, in case it was before the database was set back. */
    CORRECTED_BEFORE(DUE, CONFIRMING),
    /** No answer, or none that decides; or the worker died: the attempt is asked after by its number. */
    UNANSWERED(SUBMITTED, UNKNOWN),
    /** Still no answer that decides: asked again, later. */
    STILL_UNANSWERED(UNKNOWN, UNKNOWN),
    /** The provider debited the wallet. */
    DEBITED(SUBMITTED, SETTLED),
    /** It turned out, by a query or a notification, that the provider debited the wallet. */
    FOUND_DEBITED(UNKNOWN, SETTLED),
    /** The provider refused for the first or second time. */
    REFUSED(SUBMITTED, DECLINED),
    /** It turned out that the provider had refused for the first or second time. */
    FOUND_REFUSED(UNKNOWN, DECLINED),
    /** T+1 or T+3 has come. */
    RETRY(DECLINED, CONFIRMING),
    /** Somebody asked to collect the debt, or nothing of it is left. */
    RECOVER(DEBT, CONFIRMING),
    /** No answer that decides: asked again, later. */
    STILL_UNCONFIRMED(CONFIRMING, CONFIRMING),
    /** The refused number was not debited and never will be: the next attempt may use a new one. */
    CONFIRMED(CONFIRMING, DUE),
    /** The refused number was debited after all. */
    DEBITED_AFTER_ALL(CONFIRMING, SETTLED),
    /** A notification says that the refused number was debited after all. */
    NOTIFIED_WHILE_DECLINED(DECLINED, SETTLED),
    /** A notification says that the number refused last was debited after all. */
    NOTIFIED_WHILE_IN_DEBT(DEBT, SETTLED),
    /** Refused for the third time, or again after that: the rider owes it and is denied. */
    REFUSED_FOR_GOOD(SUBMITTED, DEBT),
    /** It turned out that the provider had refused for the third time, or again after that. */
    FOUND_REFUSED_FOR_GOOD(UNKNOWN, DEBT);

    private final ChargeStatus from;
    private final ChargeStatus to;

    ChargeMove(ChargeStatus from, ChargeStatus to) {
        this.from = from;
        this.to = to;
    }

    public ChargeStatus from() {
        return from;
    }

    public ChargeStatus to() {
        return to;
    }

    /** Whether there is an arrow. */
    public static boolean isAllowed(ChargeStatus from, ChargeStatus to) {
        return Arrays.stream(values()).anyMatch(move -> move.from == from && move.to == to);
    }
}
