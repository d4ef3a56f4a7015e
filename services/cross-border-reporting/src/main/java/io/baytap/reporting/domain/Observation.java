package io.baytap.reporting.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.time.LocalDate;

/** One event of the line as far as a report is concerned. Holds no rider. */
public sealed interface Observation {

    EventKey key();

    /**
     * A fare in the ledger.
     *
     * @param fare owed to the operator; signed
     * @param debit owed by the wallet; signed
     * @param spread the part of {@code debit} above the mid rate; signed
     */
    record FarePosted(
            EventKey key,
            LocalDate day,
            Corridor corridor,
            String city,
            String operatorId,
            WalletScheme wallet,
            PostingKind kind,
            Money fare,
            Money debit,
            Money spread)
            implements Observation {}

    /**
     * An answer of a wallet provider.
     *
     * @param day the fare's
     * @param amount in the wallet's currency; positive
     */
    record ChargeAnswered(
            EventKey key, LocalDate day, String operatorId, WalletScheme wallet, ChargeOutcome outcome, Money amount)
            implements Observation {}

    /**
     * A tap and what became of it.
     *
     * @param hour 0 to 23, in Hong Kong
     * @param reason stable code; empty unless rejected
     */
    record TapJudged(EventKey key, LocalDate day, int hour, String operatorId, TapVerdict verdict, String reason)
            implements Observation {}

    /** What one operator is paid for one business day in one currency. */
    record BatchClosed(EventKey key, BatchLine batch) implements Observation {}

    /** What a tap is filed under: the day and hour it happened, or came, if it was refused for its clock. */
    static TapJudged rejectedTap(
            EventKey key, Instant occurredAt, Instant receivedAt, String operatorId, String reason) {
        // A gate that is wrong about the time must not open a report for a day that no one travelled.
        Instant when = reason.equals("CLOCK_AHEAD") || reason.equals("TOO_OLD") ? receivedAt : occurredAt;
        return new TapJudged(
                key, BusinessDay.of(when), BusinessDay.hour(when), operatorId, TapVerdict.REJECTED, reason);
    }

    static TapJudged acceptedTap(EventKey key, Instant occurredAt, String operatorId, boolean late) {
        return new TapJudged(
                key,
                BusinessDay.of(occurredAt),
                BusinessDay.hour(occurredAt),
                operatorId,
                late ? TapVerdict.LATE : TapVerdict.ACCEPTED,
                "");
    }
}
