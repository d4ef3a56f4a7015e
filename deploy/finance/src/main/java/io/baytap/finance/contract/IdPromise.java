package io.baytap.finance.contract;

import io.baytap.finance.contract.Broken.Kind;
import io.baytap.schemas.charges.v1.ChargeDeclined;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.deals.v1.DealStruck;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.reconciliation.v1.BreakChanged;
import io.baytap.schemas.riders.v1.RiderDenied;
import io.baytap.schemas.settlements.v1.SettlementBatchClosed;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import java.util.function.Consumer;

/** Ids derive from causes, so that a consumer recognises what it has seen. */
final class IdPromise implements Promise {

    @Override
    public void see(Seen seen, Consumer<Broken> broken) {
        switch (seen.event()) {
            case FareConverted converted -> derived(seen, "eventId", "conversion:" + converted.getFareId(), broken);
            case SettlementPosted posted -> posted(seen, posted, broken);
            case ChargeSettled settled -> derived(seen, "eventId", "charge-settled:" + settled.getChargeId(), broken);
            case ChargeDeclined declined ->
                derived(seen, "eventId", "charge-declined:" + declined.getOutTradeNo(), broken);
            case ChargeRefunded refunded ->
                derived(seen, "eventId", "charge-refunded:" + refunded.getOutRefundNo(), broken);
            case SettlementBatchClosed batch -> {
                String id = batch.getOperatorId() + ":" + batch.getCurrency() + ":" + batch.getBusinessDay();
                derived(seen, "batchId", id, broken);
                derived(seen, "eventId", "batch:" + id, broken);
            }
            case RiderDenied denied -> {
                String cause = (denied.getDenied() ? "denial:" : "restoration:") + "charge:";
                if (!denied.getEventId().startsWith(cause)) {
                    broken.accept(
                            new Broken(Kind.DERIVED, seen.place(), denied.getEventId() + " is no " + cause + "…"));
                }
            }
            case DealStruck deal -> {
                String id = "deal:" + deal.getBase() + "/" + deal.getQuote() + ":" + deal.getValueDate();
                derived(seen, "dealId", id, broken);
                derived(seen, "eventId", id, broken);
            }
            case BreakChanged change ->
                derived(seen, "eventId", change.getBreakId() + "#" + change.getRevision(), broken);
            default -> {}
        }
    }

    private static void posted(Seen seen, SettlementPosted posted, Consumer<Broken> broken) {
        derived(seen, "eventId", "posting:" + posted.getConversionId(), broken);
        derived(seen, "conversionId", "conversion:" + posted.getFareId(), broken);
        if (posted.getProposalId() != null) {
            derived(seen, "fareId", "fare:" + posted.getProposalId(), broken);
        }
    }

    private static void derived(Seen seen, String field, String promised, Consumer<Broken> broken) {
        if (!seen.text(field).equals(promised)) {
            broken.accept(new Broken(
                    Kind.DERIVED, seen.place(), field + " is " + seen.text(field) + ", its cause makes " + promised));
        }
    }
}
