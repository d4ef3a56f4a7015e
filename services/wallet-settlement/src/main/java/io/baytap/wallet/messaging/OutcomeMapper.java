package io.baytap.wallet.messaging;

import io.baytap.schemas.Topics;
import io.baytap.schemas.charges.v1.ChargeDeclined;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.riders.v1.RiderDenied;
import io.baytap.schemas.settlements.v1.SettlementBatchClosed;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.wallet.domain.ChargeFacts;
import io.baytap.wallet.domain.Outcome;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Outcomes as events. */
final class OutcomeMapper {

    private final Encoder encoder;

    OutcomeMapper(Encoder encoder) {
        this.encoder = encoder;
    }

    ProducerRecord<byte[], byte[]> toRecord(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Settled settled ->
                encoder.encode(Topics.CHARGES_SETTLED, settled.charge().riderId(), toEvent(settled));
            case Outcome.Declined declined ->
                encoder.encode(Topics.CHARGES_DECLINED, declined.charge().riderId(), toEvent(declined));
            case Outcome.Refunded refunded ->
                encoder.encode(Topics.CHARGES_REFUNDED, refunded.charge().riderId(), toEvent(refunded));
            case Outcome.RiderDenied denied -> encoder.encode(Topics.RIDERS_DENIED, denied.riderId(), toEvent(denied));
            case Outcome.BatchClosed closed ->
                encoder.encode(Topics.SETTLEMENTS_BATCHES, closed.operatorId(), toEvent(closed));
        };
    }

    private static ChargeSettled toEvent(Outcome.Settled settled) {
        ChargeFacts charge = settled.charge();
        return ChargeSettled.newBuilder()
                .setEventId(settled.eventId())
                .setOccurredAt(settled.at())
                .setRiderId(charge.riderId())
                .setWalletScheme(scheme(charge))
                .setChargeId(charge.chargeId())
                .setJourneyId(charge.journeyId())
                .setOperatorId(charge.operatorId())
                .setBusinessDay(charge.businessDay())
                .setAmountMinor(settled.amountMinor())
                .setCurrency(charge.currency())
                .setOutTradeNo(settled.outTradeNo())
                .setTransactionId(settled.transactionId())
                .build();
    }

    private static ChargeDeclined toEvent(Outcome.Declined declined) {
        ChargeFacts charge = declined.charge();
        return ChargeDeclined.newBuilder()
                .setEventId(declined.eventId())
                .setOccurredAt(declined.at())
                .setRiderId(charge.riderId())
                .setWalletScheme(scheme(charge))
                .setChargeId(charge.chargeId())
                .setJourneyId(charge.journeyId())
                .setOperatorId(charge.operatorId())
                .setBusinessDay(charge.businessDay())
                .setAmountMinor(declined.amountMinor())
                .setCurrency(charge.currency())
                .setOutTradeNo(declined.outTradeNo())
                .setAttempt(declined.attempt())
                .setReason(declined.reason())
                .build();
    }

    private static ChargeRefunded toEvent(Outcome.Refunded refunded) {
        ChargeFacts charge = refunded.charge();
        return ChargeRefunded.newBuilder()
                .setEventId(refunded.eventId())
                .setOccurredAt(refunded.at())
                .setRiderId(charge.riderId())
                .setWalletScheme(scheme(charge))
                .setChargeId(charge.chargeId())
                .setJourneyId(charge.journeyId())
                .setOperatorId(charge.operatorId())
                .setBusinessDay(charge.businessDay())
                .setAmountMinor(refunded.amountMinor())
                .setCurrency(charge.currency())
                .setOutRefundNo(refunded.outRefundNo())
                .setRefundId(refunded.refundId())
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
                .build();
    }

    private static WalletScheme scheme(ChargeFacts charge) {
        return WalletScheme.valueOf(charge.scheme().name());
    }
}
