package io.baytap.wallet.messaging;

import io.baytap.schemas.Topics;
import io.baytap.schemas.charges.v1.ChargeDeclined;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.charges.v1.ChargeWrittenOff;
import io.baytap.schemas.charges.v1.ConversionCheck;
import io.baytap.schemas.charges.v1.WriteOffKind;
import io.baytap.schemas.reconciliation.v1.BreakChanged;
import io.baytap.schemas.reconciliation.v1.BreakTransition;
import io.baytap.schemas.riders.v1.RiderDenied;
import io.baytap.schemas.settlements.v1.SettlementBatchClosed;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.schemas.wire.EventWriter;
import io.baytap.schemas.wire.SchemaLookup;
import io.baytap.wallet.domain.ChargeFacts;
import io.baytap.wallet.domain.Estimate;
import io.baytap.wallet.domain.Outcome;
import io.baytap.wallet.domain.Payer;
import io.baytap.wallet.domain.ResolvedByHand;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Outcomes as events. */
final class OutcomeMapper {

    private final EventWriter<ChargeSettled> settled;
    private final EventWriter<ChargeDeclined> declined;
    private final EventWriter<ChargeRefunded> refunded;
    private final EventWriter<ChargeWrittenOff> writtenOff;
    private final EventWriter<RiderDenied> denied;
    private final EventWriter<SettlementBatchClosed> closed;
    private final EventWriter<SettlementPosted> posted;
    private final EventWriter<BreakChanged> breaks;

    OutcomeMapper(SchemaLookup schemas) {
        this.settled = new EventWriter<>(Topics.CHARGES_SETTLED, ChargeSettled.class, schemas);
        this.declined = new EventWriter<>(Topics.CHARGES_DECLINED, ChargeDeclined.class, schemas);
        this.refunded = new EventWriter<>(Topics.CHARGES_REFUNDED, ChargeRefunded.class, schemas);
        this.writtenOff = new EventWriter<>(Topics.CHARGES_WRITTEN_OFF, ChargeWrittenOff.class, schemas);
        this.denied = new EventWriter<>(Topics.RIDERS_DENIED, RiderDenied.class, schemas);
        this.posted = new EventWriter<>(Topics.SETTLEMENTS_POSTED, SettlementPosted.class, schemas);
        this.closed = new EventWriter<>(Topics.SETTLEMENTS_BATCHES, SettlementBatchClosed.class, schemas);
        this.breaks = new EventWriter<>(Topics.RECONCILIATION_BREAKS, BreakChanged.class, schemas);
    }

    ProducerRecord<byte[], byte[]> toRecord(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Settled told -> settled.record(told.charge().riderId(), toEvent(told));
            case Outcome.Declined told -> declined.record(told.charge().riderId(), toEvent(told));
            case Outcome.Refunded told -> refunded.record(told.charge().riderId(), toEvent(told));
            case Outcome.WrittenOff told -> writtenOff.record(told.riderId(), toEvent(told));
            case Outcome.RiderDenied told -> denied.record(told.riderId(), toEvent(told));
            case Outcome.RiderRestored told -> denied.record(told.riderId(), toEvent(told));
            case Outcome.Corrected told ->
                posted.record(
                        told.conversion().riderId(), SettlementMapper.toEvent(told.conversion(), told.settlementDay()));
            case Outcome.BatchClosed told -> closed.record(told.operatorId(), toEvent(told));
            case Outcome.BreakTold told -> breaks.record(told.breakId(), toEvent(told));
        };
    }

    private static ChargeSettled toEvent(Outcome.Settled settled) {
        ChargeSettled event = about(settled, new ChargeSettled());
        event.setOutTradeNo(settled.outTradeNo());
        event.setTransactionId(settled.transactionId());
        event.setFeeMinor(settled.feeMinor());
        event.setConversionCheck(
                settled.check() == null
                        ? ConversionCheck.UNKNOWN
                        : ConversionCheck.valueOf(settled.check().name()));
        Estimate estimate = settled.charge().estimate();
        Payer payer = settled.payer();
        event.setEstimatedMinor(settled.estimatedMinor());
        event.setPayerMinor(payer == null ? 0 : payer.minor());
        event.setPayerCurrency(payer == null ? (estimate == null ? "" : estimate.payerCurrency()) : payer.currency());
        event.setPayerRate(payer == null ? 0 : payer.rate());
        return event;
    }

    private static ChargeDeclined toEvent(Outcome.Declined declined) {
        ChargeDeclined event = about(declined, new ChargeDeclined());
        event.setOutTradeNo(declined.outTradeNo());
        event.setAttempt(declined.attempt());
        event.setReason(declined.reason());
        return event;
    }

    private static ChargeRefunded toEvent(Outcome.Refunded refunded) {
        ChargeRefunded event = about(refunded, new ChargeRefunded());
        event.setOutRefundNo(refunded.outRefundNo());
        event.setRefundId(refunded.refundId());
        return event;
    }

    /**
     * What the three events say alike, under the same names. Set without their builders: those copy an event, and Avro
     * then finds its classes by a loader of its own.
     */
    private static <E extends SpecificRecordBase> E about(Outcome.OfCharge outcome, E event) {
        ChargeFacts charge = outcome.charge();
        event.put("eventId", outcome.eventId());
        event.put("occurredAt", outcome.at());
        event.put("riderId", charge.riderId());
        event.put("walletScheme", WalletScheme.valueOf(charge.scheme().name()));
        event.put("chargeId", charge.chargeId());
        event.put("journeyId", charge.journeyId());
        event.put("operatorId", charge.operatorId());
        event.put("businessDay", charge.businessDay());
        event.put("amountMinor", outcome.amountMinor());
        event.put("currency", charge.currency());
        return event;
    }

    private static ChargeWrittenOff toEvent(Outcome.WrittenOff told) {
        return ChargeWrittenOff.newBuilder()
                .setEventId(told.eventId())
                .setOccurredAt(told.at())
                .setRiderId(told.riderId())
                .setWalletScheme(WalletScheme.valueOf(told.scheme().name()))
                .setChargeId(told.chargeId())
                .setJourneyId(told.journeyId())
                .setOperatorId(told.operatorId())
                .setBusinessDay(told.businessDay())
                .setSettlementDay(told.settlementDay())
                .setKind(WriteOffKind.valueOf(told.kind()))
                .setBearer(told.bearer())
                .setAmountMinor(told.amountMinor())
                .setCurrency(told.currency())
                .setFareMinor(told.fareMinor())
                .setFareCurrency(told.fareCurrency())
                .setSpreadMinor(told.spreadMinor())
                .setOperatorMinor(told.operatorMinor())
                .build();
    }

    private static RiderDenied toEvent(Outcome.RiderDenied denied) {
        return RiderDenied.newBuilder()
                .setEventId(denied.eventId())
                .setOccurredAt(denied.at())
                .setRiderId(denied.riderId())
                .setDenied(true)
                .setReason(denied.reason())
                .build();
    }

    private static RiderDenied toEvent(Outcome.RiderRestored restored) {
        return RiderDenied.newBuilder()
                .setEventId(restored.eventId())
                .setOccurredAt(restored.at())
                .setRiderId(restored.riderId())
                .setDenied(false)
                .setReason("DEBT_PAID")
                .build();
    }

    private static SettlementBatchClosed toEvent(Outcome.BatchClosed closed) {
        return SettlementBatchClosed.newBuilder()
                .setEventId(closed.eventId())
                .setOccurredAt(closed.at())
                .setOperatorId(closed.operatorId())
                .setBatchId(closed.batchId())
                .setCurrency(closed.currency())
                .setBusinessDay(closed.businessDay())
                .setFareCount(closed.fareCount())
                .setAmountMinor(closed.amountMinor())
                .setGrossMinor(closed.grossMinor())
                .setTakenBackMinor(closed.takenBackMinor())
                .setValueDate(closed.valueDate())
                .build();
    }

    private static BreakChanged toEvent(Outcome.BreakTold told) {
        return BreakChanged.newBuilder()
                .setEventId(told.eventId())
                .setOccurredAt(told.at())
                .setBreakId(told.breakId())
                .setRevision(told.revision())
                .setTransition(BreakTransition.valueOf(told.transition()))
                .setReason(told.reason())
                .setOwner(told.owner())
                .setAmountMinor(told.amountMinor())
                .setCurrency(told.currency())
                .setSince(told.since())
                .setAgeDays(told.ageDays())
                .setWalletScheme(told.walletScheme())
                .setOurReference(told.ours())
                .setTheirReference(told.theirs())
                .setTradeNumber(told.number())
                .setResolvedBy(told.resolvedBy())
                .setResolution(byHand(told, ResolvedByHand::kind))
                .setResolutionReason(byHand(told, ResolvedByHand::reason))
                .setResolutionReference(byHand(told, ResolvedByHand::reference))
                .setProposedBy(byHand(told, ResolvedByHand::proposedBy))
                .setApprovedBy(byHand(told, ResolvedByHand::approvedBy))
                .setJournalId(byHand(told, ResolvedByHand::journalId))
                .build();
    }

    private static @Nullable String byHand(Outcome.BreakTold told, Function<ResolvedByHand, @Nullable String> part) {
        ResolvedByHand decided = told.byHand();
        return decided == null ? null : part.apply(decided);
    }
}
