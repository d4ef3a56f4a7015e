package io.baytap.reporting.domain.trace;

import io.baytap.reporting.domain.ChargeOutcome;
import io.baytap.reporting.domain.PostingKind;
import io.baytap.reporting.domain.Rates;
import io.baytap.schemas.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened on the line, as a helper or an auditor wants to see it. Amounts are signed as on the topics. */
public sealed interface Step {

    /** Of the event. */
    String id();

    /** When it occurred. */
    Instant at();

    /** The journey that it is about; null for a tap, which does not know yet, and for what is about many. */
    default @Nullable String journeyId() {
        return null;
    }

    /**
     * A tap that was accepted.
     *
     * @param clockCorrectionMillis what was added to the gate's own time
     */
    record Tapped(
            String id,
            Instant at,
            String riderId,
            String gateId,
            long sequence,
            String operatorId,
            String routeId,
            String stopId,
            String direction,
            Instant receivedAt,
            boolean late,
            long clockCorrectionMillis)
            implements Step {}

    /** A tap that was refused; it names no rider. */
    record Refused(String id, Instant at, String gateId, long sequence, String operatorId, String reason, String detail)
            implements Step {}

    /**
     * A fare, or a correction of one, with what explains it.
     *
     * @param delta what it adds to the journey's fare
     * @param net the journey's fare after it
     * @param complete false while the journey lacks a tap and is held at the maximum fare
     */
    record Priced(
            String id,
            Instant at,
            String journeyId,
            String riderId,
            int revision,
            PostingKind kind,
            String operatorId,
            String city,
            Money delta,
            Money net,
            boolean complete,
            List<Leg> legs,
            List<Adjustment> adjustments,
            List<String> tapIds,
            String tariffVersion)
            implements Step {}

    /** A ride of a journey and what it costs alone. */
    record Leg(
            String routeId,
            @Nullable String fromStopId,
            @Nullable String toStopId,
            @Nullable String product,
            String rule,
            Money amount) {}

    /** What a rule other than the leg's own changed about a fare. */
    record Adjustment(String kind, String rule, Money amount) {}

    /**
     * A fare in the ledger, converted.
     *
     * @param fare owed to the operator
     * @param debit owed by the wallet
     * @param rates null where nothing was converted by us
     * @param batchId of the batch that pays the operator
     * @param proposalId the proposal of two people that made it, if no fare did
     */
    record Posted(
            String id,
            Instant at,
            String journeyId,
            String riderId,
            PostingKind kind,
            String operatorId,
            Money fare,
            Money debit,
            Money spread,
            @Nullable Rates rates,
            LocalDate settlementDay,
            String batchId,
            @Nullable String proposalId)
            implements Step {}

    /**
     * An answer of a wallet provider.
     *
     * @param number ours of the attempt or the refund
     * @param theirs the provider's, if it gave one
     * @param reason why it declined; null if it did not
     */
    record Charged(
            String id,
            Instant at,
            String journeyId,
            String chargeId,
            ChargeOutcome outcome,
            Money amount,
            String number,
            @Nullable String theirs,
            @Nullable String reason)
            implements Step {}

    /** A debt given up, or recovered after that. */
    record WrittenOff(
            String id, Instant at, String journeyId, String chargeId, String kind, String bearer, Money amount)
            implements Step {}

    /** A batch that closed. */
    record Closed(
            String id,
            Instant at,
            String batchId,
            String operatorId,
            LocalDate day,
            long fares,
            Money amount,
            @Nullable LocalDate valueDate)
            implements Step {}

    /** A break of the reconciliation that was opened, changed or resolved. */
    record Broken(String id, Instant at, String breakId, String transition, String reason, String owner, Money amount)
            implements Step {}
}
