package io.baytap.finance.contract;

import io.baytap.schemas.Topics;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.fares.v1.RatePolicy;
import io.baytap.schemas.reconciliation.v1.BreakChanged;
import io.baytap.schemas.reconciliation.v1.BreakTransition;
import io.baytap.schemas.settlements.v1.SettlementBatchClosed;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.wallets.v1.WalletScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A journey of 10.00 HKD for 9.30 CNY, debited, corrected by 4.00 HKD for 3.72 CNY, given back; and its batch of 6.00 HKD. */
public final class Events {

    static final Instant AT = Instant.parse("2026-04-09T01:30:00Z");
    static final LocalDate DAY = LocalDate.parse("2026-04-09");
    static final String RIDER = "WEIXIN_PAY:one";

    private static final String JOURNEY = "journey:tap:gate:1";
    private static final String CHARGE = "charge:conversion:fare:" + JOURNEY + ":0";

    private Events() {}

    static FareConverted converted() {
        return converted(0, 1000, 930, 5, "0.375");
    }

    /** 4.00 HKD at 0.929625 are 3.7185 CNY: 372, of which the rounding is 0.15. */
    static FareConverted convertedCorrection() {
        return converted(1, -400, -372, -2, "-0.15");
    }

    private static FareConverted converted(int revision, long fare, long wallet, long spread, String residue) {
        String id = "fare:" + JOURNEY + ":" + revision;
        return FareConverted.newBuilder()
                .setEventId("conversion:" + id)
                .setOccurredAt(AT)
                .setRiderId(RIDER)
                .setWalletScheme(WalletScheme.WEIXIN_PAY)
                .setFareId(id)
                .setCorrectsFareId(revision == 0 ? null : "fare:" + JOURNEY + ":0")
                .setJourneyId(JOURNEY)
                .setKind(revision == 0 ? FareKind.FARE : FareKind.CORRECTION)
                .setOperatorId("MTR")
                .setCity("hong-kong")
                .setTerritory("HK")
                .setBusinessDay(DAY)
                .setFareMinor(fare)
                .setFareCurrency("HKD")
                .setWalletMinor(wallet)
                .setWalletCurrency("CNY")
                .setSpreadMinor(spread)
                .setRate("0.925")
                .setRateIds(List.of())
                .setSpreadBasisPoints(50)
                .setTapIds(List.of())
                .setMidMinor(wallet - spread)
                .setAppliedRate("0.929625")
                .setResidue(residue)
                .setRatePolicy(RatePolicy.AT_TAP)
                .build();
    }

    static SettlementPosted posted() {
        return posted(converted());
    }

    static SettlementPosted postedCorrection() {
        return posted(convertedCorrection());
    }

    private static SettlementPosted posted(FareConverted of) {
        return SettlementPosted.newBuilder()
                .setEventId("posting:" + of.getEventId())
                .setOccurredAt(AT)
                .setRiderId(RIDER)
                .setWalletScheme(WalletScheme.WEIXIN_PAY)
                .setConversionId(of.getEventId())
                .setFareId(of.getFareId())
                .setJourneyId(JOURNEY)
                .setKind(of.getKind())
                .setOperatorId("MTR")
                .setCity("hong-kong")
                .setTerritory("HK")
                .setBusinessDay(DAY)
                .setFareMinor(of.getFareMinor())
                .setFareCurrency("HKD")
                .setWalletMinor(of.getWalletMinor())
                .setWalletCurrency("CNY")
                .setSpreadMinor(of.getSpreadMinor())
                .build();
    }

    static ChargeSettled settled() {
        return ChargeSettled.newBuilder()
                .setEventId("charge-settled:" + CHARGE)
                .setOccurredAt(AT)
                .setRiderId(RIDER)
                .setWalletScheme(WalletScheme.WEIXIN_PAY)
                .setChargeId(CHARGE)
                .setJourneyId(JOURNEY)
                .setOperatorId("MTR")
                .setBusinessDay(DAY)
                .setAmountMinor(930)
                .setCurrency("CNY")
                .setOutTradeNo("one")
                .setTransactionId("theirs")
                .build();
    }

    static ChargeRefunded refunded() {
        return ChargeRefunded.newBuilder()
                .setEventId("charge-refunded:two")
                .setOccurredAt(AT)
                .setRiderId(RIDER)
                .setWalletScheme(WalletScheme.WEIXIN_PAY)
                .setChargeId(CHARGE)
                .setJourneyId(JOURNEY)
                .setOperatorId("MTR")
                .setBusinessDay(DAY)
                .setAmountMinor(372)
                .setCurrency("CNY")
                .setOutRefundNo("two")
                .setRefundId("theirs")
                .build();
    }

    static SettlementBatchClosed batch() {
        return SettlementBatchClosed.newBuilder()
                .setEventId("batch:MTR:HKD:" + DAY)
                .setOccurredAt(AT)
                .setOperatorId("MTR")
                .setBatchId("MTR:HKD:" + DAY)
                .setCurrency("HKD")
                .setBusinessDay(DAY)
                .setFareCount(2)
                .setAmountMinor(600)
                .setGrossMinor(1000)
                .setTakenBackMinor(-400)
                .build();
    }

    /** A payout of 9.00 CNY where 9.30 were due, told as the first of its story, with that revision. */
    static BreakChanged opened(int revision) {
        return BreakChanged.newBuilder()
                .setEventId("break:one#1")
                .setOccurredAt(AT)
                .setBreakId("break:one")
                .setRevision(revision)
                .setTransition(BreakTransition.OPENED)
                .setReason("SHORT_PAYOUT")
                .setOwner("PROVIDER")
                .setAmountMinor(-30)
                .setCurrency("CNY")
                .setSince(DAY)
                .setAgeDays(1)
                .build();
    }

    /** All of it as records; of a rider in partition 3. */
    static List<Seen> all() {
        return List.of(
                new Seen(Topics.SETTLEMENTS_BATCHES, 5, 0, "MTR", batch()),
                new Seen(Topics.CHARGES_REFUNDED, 3, 0, RIDER, refunded()),
                new Seen(Topics.CHARGES_SETTLED, 3, 0, RIDER, settled()),
                new Seen(Topics.SETTLEMENTS_POSTED, 3, 0, RIDER, posted()),
                new Seen(Topics.SETTLEMENTS_POSTED, 3, 1, RIDER, postedCorrection()),
                new Seen(Topics.FARES_CONVERTED, 3, 0, RIDER, converted()),
                new Seen(Topics.FARES_CONVERTED, 3, 1, RIDER, convertedCorrection()));
    }
}
