package io.baytap.reporting.domain;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a report counts of an event. Holds no rider. */
public sealed interface Observation {

    /**
     * A fare in the ledger.
     *
     * @param key of the posting
     * @param day the day of travel
     * @param settlementDay the day whose batch pays the operator
     * @param rates null where nothing was converted by us
     * @param proposalId the proposal by which two people made it, if no fare did
     * @param fare owed to the operator; signed
     * @param debit owed by the wallet; signed
     * @param spread the part of {@code debit} above the mid rate; signed
     */
    record FarePosted(
            EventKey key,
            Instant occurredAt,
            String postingId,
            String journeyId,
            LocalDate day,
            LocalDate settlementDay,
            Corridor corridor,
            String city,
            String operatorId,
            WalletScheme wallet,
            PostingKind kind,
            Money fare,
            Money debit,
            Money spread,
            @Nullable Rates rates,
            @Nullable String proposalId)
            implements Observation {}

    /**
     * An answer of a wallet provider.
     *
     * @param day the fare's
     * @param answeredOn when the answer was booked
     * @param amount in the currency that the provider was asked for; positive
     * @param fee what the provider keeps of it, in the same currency
     */
    record ChargeAnswered(
            LocalDate day,
            LocalDate answeredOn,
            String operatorId,
            WalletScheme wallet,
            ChargeOutcome outcome,
            Money amount,
            Money fee)
            implements Observation {}

    /**
     * A debt that was given up, or recovered after that.
     *
     * @param settlementDay the operator's day that it moves
     * @param kind WRITTEN_OFF or RECOVERED
     * @param bearer who loses it by contract
     * @param amount what the wallet owed; positive when it is given up
     * @param operatorShare what the operator is owed more by it; negative when the operator bears it
     */
    record DebtWrittenOff(
            LocalDate settlementDay,
            String operatorId,
            WalletScheme wallet,
            String kind,
            String bearer,
            Money amount,
            Money operatorShare)
            implements Observation {}

    /**
     * A fare came a step further. What is told of a journey adds up to nothing when all its fares are settled.
     *
     * @param day the fare's
     * @param occurredAt the fare's own time; null where a provider's answer tells its own alone
     * @param unposted 1 for a fare that was assessed, -1 for its posting
     * @param owedMinor what the wallet's provider has to answer for, in whole minor units of what it is asked for: up with a
     *     posting, down with the answer; signed
     */
    record FareMoved(
            LocalDate day,
            String journeyId,
            @Nullable Instant occurredAt,
            String operatorId,
            int unposted,
            long owedMinor)
            implements Observation {}

    /**
     * What riders will be paid by a government's fare scheme changed.
     *
     * @param month its first day
     * @param amount signed
     */
    record SubsidyChanged(LocalDate month, String rule, WalletScheme wallet, Money amount) implements Observation {}

    /**
     * How a journey stands.
     *
     * @param journey what it is known by, whichever event tells of it
     * @param revision the latest counts, whenever it comes
     * @param trip null if it turned out to be no journey
     */
    record JourneyAssessed(
            EventKey journey, int revision, @Nullable Trip trip) implements Observation {}

    /**
     * A published rate: one {@code base} costs {@code rate} of {@code quote}.
     *
     * @param date the date its publisher gives it
     */
    record RatePublished(
            String rateId,
            String source,
            String base,
            String quote,
            BigDecimal rate,
            LocalDate date,
            Instant publishedAt)
            implements Observation {}

    /** A break of the reconciliation was opened, changed or resolved. */
    record BreakTold(BreakLine line) implements Observation {}

    /**
     * A tap and what became of it.
     *
     * @param at when it counts
     * @param hour 0 to 23, in Hong Kong
     * @param reason stable code; empty unless rejected
     */
    record TapJudged(
            LocalDate day, int hour, String gateId, Instant at, String operatorId, TapVerdict verdict, String reason)
            implements Observation {}

    /** What one operator is paid for one business day in one currency. */
    record BatchClosed(BatchLine batch) implements Observation {}

    /** When a refused tap counts: when it happened or, if it was refused for its clock, when it came. */
    static Instant countedAt(String reason, Instant occurredAt, Instant receivedAt) {
        // A gate that is wrong about the time must not open a report for a day that no one travelled.
        return reason.equals("CLOCK_AHEAD") || reason.equals("TOO_OLD") ? receivedAt : occurredAt;
    }

    static TapJudged rejectedTap(String gateId, Instant countedAt, String operatorId, String reason) {
        return new TapJudged(
                BusinessDay.of(countedAt),
                BusinessDay.hour(countedAt),
                gateId,
                countedAt,
                operatorId,
                TapVerdict.REJECTED,
                reason);
    }

    static TapJudged acceptedTap(String gateId, Instant occurredAt, String operatorId, boolean late) {
        return new TapJudged(
                BusinessDay.of(occurredAt),
                BusinessDay.hour(occurredAt),
                gateId,
                occurredAt,
                operatorId,
                late ? TapVerdict.LATE : TapVerdict.ACCEPTED,
                "");
    }
}
