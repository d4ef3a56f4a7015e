package io.baytap.reporting.messaging;

import static io.baytap.reporting.messaging.Fields.money;

import io.baytap.reporting.domain.ChargeOutcome;
import io.baytap.reporting.domain.trace.Step;
import io.baytap.reporting.messaging.Fields.OutOfRangeException;
import io.baytap.schemas.charges.v1.ChargeDeclined;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.charges.v1.ChargeWrittenOff;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.reconciliation.v1.BreakChanged;
import io.baytap.schemas.settlements.v1.SettlementBatchClosed;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.taps.v1.TapRejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** From kept events to the steps of a ride. */
final class StepMapper {

    private StepMapper() {}

    static Optional<Step> toStep(SpecificRecord event) throws OutOfRangeException {
        return Optional.ofNullable(
                switch (event) {
                    case TapAccepted tap -> tapped(tap);
                    case TapRejected tap ->
                        new Step.Refused(
                                tap.getEventId(),
                                tap.getOccurredAt(),
                                tap.getGateId(),
                                tap.getSequence(),
                                tap.getOperatorId(),
                                tap.getReason(),
                                tap.getDetail());
                    case FareAssessed fare -> priced(fare);
                    case SettlementPosted posted -> posted(posted);
                    case ChargeSettled charge -> settled(charge);
                    case ChargeDeclined charge -> declined(charge);
                    case ChargeRefunded charge -> refunded(charge);
                    case ChargeWrittenOff charge ->
                        new Step.WrittenOff(
                                charge.getEventId(),
                                charge.getOccurredAt(),
                                charge.getJourneyId(),
                                charge.getChargeId(),
                                charge.getKind().name(),
                                charge.getBearer(),
                                money(charge.getAmountMinor(), charge.getCurrency(), "amountMinor"));
                    case SettlementBatchClosed batch ->
                        new Step.Closed(
                                batch.getEventId(),
                                batch.getOccurredAt(),
                                batch.getBatchId(),
                                batch.getOperatorId(),
                                batch.getBusinessDay(),
                                batch.getFareCount(),
                                money(batch.getAmountMinor(), batch.getCurrency(), "amountMinor"),
                                batch.getValueDate());
                    case BreakChanged change ->
                        new Step.Broken(
                                change.getEventId(),
                                change.getOccurredAt(),
                                change.getBreakId(),
                                change.getTransition().name(),
                                change.getReason(),
                                change.getOwner(),
                                money(change.getAmountMinor(), change.getCurrency(), "amountMinor"));
                    default -> null;
                });
    }

    private static Step tapped(TapAccepted tap) {
        return new Step.Tapped(
                tap.getEventId(),
                tap.getOccurredAt(),
                tap.getRiderId(),
                tap.getGateId(),
                tap.getSequence(),
                tap.getOperatorId(),
                tap.getRouteId(),
                tap.getStopId(),
                tap.getDirection().name(),
                tap.getReceivedAt(),
                tap.getLate(),
                tap.getClockCorrectionMillis());
    }

    private static Step priced(FareAssessed fare) throws OutOfRangeException {
        String currency = fare.getCurrency();
        List<Step.Leg> legs = new ArrayList<>();
        for (var leg : fare.getLegs()) {
            legs.add(new Step.Leg(
                    leg.getRouteId(),
                    leg.getFromStopId(),
                    leg.getToStopId(),
                    leg.getFareProductId(),
                    leg.getRule(),
                    money(leg.getAmountMinor(), currency, "legs.amountMinor")));
        }
        List<Step.Adjustment> adjustments = new ArrayList<>();
        for (var adjustment : fare.getAdjustments()) {
            adjustments.add(new Step.Adjustment(
                    adjustment.getKind().name(),
                    adjustment.getRule(),
                    money(adjustment.getAmountMinor(), currency, "adjustments.amountMinor")));
        }
        return new Step.Priced(
                fare.getEventId(),
                fare.getOccurredAt(),
                fare.getJourneyId(),
                fare.getRiderId(),
                fare.getRevision(),
                Fields.kind(fare.getKind()),
                fare.getOperatorId(),
                fare.getCity(),
                money(fare.getAmountMinor(), currency, "amountMinor"),
                money(fare.getNetMinor(), currency, "netMinor"),
                fare.getComplete(),
                List.copyOf(legs),
                List.copyOf(adjustments),
                List.copyOf(fare.getTapIds()),
                fare.getTariffVersion());
    }

    private static Step posted(SettlementPosted posted) throws OutOfRangeException {
        return new Step.Posted(
                posted.getEventId(),
                posted.getOccurredAt(),
                posted.getJourneyId(),
                posted.getRiderId(),
                Fields.kind(posted.getKind()),
                posted.getOperatorId(),
                money(posted.getFareMinor(), posted.getFareCurrency(), "fareMinor"),
                money(posted.getWalletMinor(), posted.getWalletCurrency(), "walletMinor"),
                money(posted.getSpreadMinor(), posted.getWalletCurrency(), "spreadMinor"),
                MoneyMapper.rates(posted),
                References.settlementDay(posted),
                References.batch(posted),
                posted.getProposalId());
    }

    private static Step settled(ChargeSettled charge) throws OutOfRangeException {
        return new Step.Charged(
                charge.getEventId(),
                charge.getOccurredAt(),
                charge.getJourneyId(),
                charge.getChargeId(),
                ChargeOutcome.SETTLED,
                money(charge.getAmountMinor(), charge.getCurrency(), "amountMinor"),
                charge.getOutTradeNo(),
                charge.getTransactionId(),
                null);
    }

    private static Step declined(ChargeDeclined charge) throws OutOfRangeException {
        return new Step.Charged(
                charge.getEventId(),
                charge.getOccurredAt(),
                charge.getJourneyId(),
                charge.getChargeId(),
                ChargeOutcome.DECLINED,
                money(charge.getAmountMinor(), charge.getCurrency(), "amountMinor"),
                charge.getOutTradeNo(),
                null,
                charge.getReason());
    }

    private static Step refunded(ChargeRefunded charge) throws OutOfRangeException {
        return new Step.Charged(
                charge.getEventId(),
                charge.getOccurredAt(),
                charge.getJourneyId(),
                charge.getChargeId(),
                ChargeOutcome.REFUNDED,
                money(charge.getAmountMinor(), charge.getCurrency(), "amountMinor"),
                charge.getOutRefundNo(),
                charge.getRefundId(),
                null);
    }
}
