package io.baytap.reporting;

import io.baytap.reporting.domain.BusinessDay;
import io.baytap.schemas.charges.v1.ChargeDeclined;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.charges.v1.ConversionCheck;
import io.baytap.schemas.fares.v1.AdjustmentKind;
import io.baytap.schemas.fares.v1.FareAdjustment;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.fares.v1.Leg;
import io.baytap.schemas.fx.v1.FxRate;
import io.baytap.schemas.settlements.v1.SettlementBatchClosed;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.taps.v1.TapDirection;
import io.baytap.schemas.taps.v1.TapRejected;
import io.baytap.schemas.wallets.v1.WalletScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

/** Hand-made events of one business day. Each test has a day of its own, so that they can share a database. */
public record TravelDay(LocalDate day) {

    static final String RIDER = "WEIXIN_PAY:a1";

    /** An instant of that day, by Hong Kong time. */
    public Instant at(int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(BusinessDay.ZONE).toInstant();
    }

    public TapAccepted tap(String gateId, long sequence, String operatorId, Instant occurredAt, boolean late) {
        return TapAccepted.newBuilder()
                .setEventId("tap:" + gateId + ":" + sequence + ":" + day)
                .setOccurredAt(occurredAt)
                .setRiderId(RIDER)
                .setWalletScheme(WalletScheme.WEIXIN_PAY)
                .setGateId(gateId)
                .setSequence(sequence)
                .setOperatorId(operatorId)
                .setRouteId(operatorId + ":r")
                .setStopId(operatorId + ":s")
                .setDeck(null)
                .setDirection(TapDirection.ENTRY)
                .setReceivedAt(occurredAt.plusSeconds(1))
                .setLate(late)
                .build();
    }

    public TapRejected rejected(String gateId, long sequence, String operatorId, Instant occurredAt, String reason) {
        return TapRejected.newBuilder()
                .setEventId("tap-rejected:" + gateId + ":" + sequence + ":" + reason + ":" + day)
                .setOccurredAt(occurredAt)
                .setGateId(gateId)
                .setSequence(sequence)
                .setOperatorId(operatorId)
                .setReason(reason)
                .setField(null)
                .setDetail("hand-made")
                .setReceivedAt(at(20, 0))
                .build();
    }

    /** A fare in Hong Kong paid from a mainland wallet. */
    public SettlementPosted fare(String journey, int revision, FareKind kind, long fareMinor, long walletMinor) {
        return fare("MTR", journey, revision, kind, fareMinor, walletMinor);
    }

    public SettlementPosted fare(
            String operatorId, String journey, int revision, FareKind kind, long fareMinor, long walletMinor) {
        return posting(journey + ":" + revision, kind)
                .setOperatorId(operatorId)
                .setFareMinor(fareMinor)
                .setWalletMinor(walletMinor)
                .setSpreadMinor(walletMinor / 200)
                .build();
    }

    /** The same, if its batch is that of a later day. */
    public SettlementPosted later(SettlementPosted posted, LocalDate settlementDay) {
        posted.setSettlementDay(settlementDay);
        return posted;
    }

    /** The same, with what it was converted at: 0.87 at the published rates, 0.8743 with our spread. */
    public SettlementPosted converted(SettlementPosted posted, String residue) {
        posted.setRate("0.87");
        posted.setAppliedRate("0.8743");
        posted.setRateIds(List.of("ECB:EUR/HKD:" + day, "ECB:EUR/CNY:" + day));
        posted.setResidue(residue);
        return posted;
    }

    /** What a euro cost at ten in the morning. */
    public FxRate rate(String quote, String rate) {
        String rateId = "ECB:EUR/" + quote + ":" + day;
        return FxRate.newBuilder()
                .setEventId("rate:" + rateId)
                .setOccurredAt(at(10, 0))
                .setRateId(rateId)
                .setSource("ECB")
                .setBase("EUR")
                .setQuote(quote)
                .setRate(rate)
                .setDate(day)
                .build();
    }

    /** That many journeys, numbered from {@code from} until before {@code to}. */
    public List<SettlementPosted> fares(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(n -> fare("j" + n, 0, FareKind.FARE, 1_050, 970))
                .toList();
    }

    /** A fare in Hong Kong paid from a Hong Kong wallet: the same amount, no spread. */
    public SettlementPosted homeFare(String operatorId, String journey, FareKind kind, long minor) {
        return posting(journey + ":0", kind)
                .setOperatorId(operatorId)
                .setWalletScheme(WalletScheme.WECHAT_PAY_HK)
                .setFareMinor(minor)
                .setWalletMinor(minor)
                .setWalletCurrency("HKD")
                .build();
    }

    /** A fare in Shenzhen paid from a Hong Kong wallet. */
    public SettlementPosted shenzhenFare(String journey, long fareMinor, long walletMinor) {
        return posting(journey + ":0", FareKind.FARE)
                .setOperatorId("SZM")
                .setCity("shenzhen")
                .setTerritory("CN")
                .setWalletScheme(WalletScheme.WECHAT_PAY_HK)
                .setFareMinor(fareMinor)
                .setFareCurrency("CNY")
                .setWalletMinor(walletMinor)
                .setWalletCurrency("HKD")
                .build();
    }

    /** A journey of two taps that costs 10.50, priced as complete. */
    public FareAssessed assessed(String journey, String fromTap, String toTap) {
        return FareAssessed.newBuilder()
                .setEventId("fare:journey:" + journey + ":0:" + day)
                .setOccurredAt(at(9, 30))
                .setRiderId(RIDER)
                .setWalletScheme(WalletScheme.WEIXIN_PAY)
                .setJourneyId("journey:" + journey)
                .setRevision(0)
                .setKind(FareKind.FARE)
                .setCorrects(null)
                .setOperatorId("MTR")
                .setCity("hong-kong")
                .setTerritory("HK")
                .setBusinessDay(day)
                .setAmountMinor(1_050)
                .setNetMinor(1_050)
                .setCurrency("HKD")
                .setComplete(true)
                .setLegs(List.of(Leg.newBuilder()
                        .setRouteId("MTR:r")
                        .setFromStopId("MTR:1")
                        .setToStopId("MTR:3")
                        .setFareProductId("octopus")
                        .setRule("fare_leg_rules:7")
                        .setAmountMinor(1_070)
                        .build()))
                .setAdjustments(List.of(FareAdjustment.newBuilder()
                        .setKind(AdjustmentKind.OFF_PEAK)
                        .setAmountMinor(-20)
                        .setRule("policy:off_peak")
                        .build()))
                .setTapIds(List.of(fromTap, toTap))
                .setTariffVersion("MTR:2026")
                .build();
    }

    public ChargeSettled settled(String charge, String operatorId, WalletScheme wallet, long minor, String currency) {
        return ChargeSettled.newBuilder()
                .setEventId("charge-settled:" + charge + ":" + day)
                .setOccurredAt(at(21, 0))
                .setRiderId(RIDER)
                .setWalletScheme(wallet)
                .setChargeId(charge)
                .setJourneyId("journey:" + charge)
                .setOperatorId(operatorId)
                .setBusinessDay(day)
                .setAmountMinor(minor)
                .setCurrency(currency)
                .setOutTradeNo("o" + charge)
                .setTransactionId("t" + charge)
                .setConversionCheck(ConversionCheck.NOT_NEEDED)
                .build();
    }

    public ChargeDeclined declined(String charge, String operatorId, long minor) {
        return ChargeDeclined.newBuilder()
                .setEventId("charge-declined:o" + charge + ":" + day)
                .setOccurredAt(at(21, 0))
                .setRiderId(RIDER)
                .setWalletScheme(WalletScheme.WEIXIN_PAY)
                .setChargeId(charge)
                .setJourneyId("journey:" + charge)
                .setOperatorId(operatorId)
                .setBusinessDay(day)
                .setAmountMinor(minor)
                .setCurrency("CNY")
                .setOutTradeNo("o" + charge)
                .setAttempt(1)
                .setReason("NOT_ENOUGH")
                .build();
    }

    public ChargeRefunded refunded(String refund, String operatorId, long minor) {
        return ChargeRefunded.newBuilder()
                .setEventId("charge-refunded:" + refund + ":" + day)
                .setOccurredAt(at(22, 0))
                .setRiderId(RIDER)
                .setWalletScheme(WalletScheme.WEIXIN_PAY)
                .setChargeId("c" + refund)
                .setJourneyId("journey:" + refund)
                .setOperatorId(operatorId)
                .setBusinessDay(day)
                .setAmountMinor(minor)
                .setCurrency("CNY")
                .setOutRefundNo(refund)
                .setRefundId("r" + refund)
                .build();
    }

    public SettlementBatchClosed batch(String operatorId, String currency, long fares, long minor) {
        String batchId = operatorId + ":" + currency + ":" + day;
        return SettlementBatchClosed.newBuilder()
                .setEventId("batch:" + batchId)
                .setOccurredAt(at(4, 0).plusSeconds(86_400))
                .setOperatorId(operatorId)
                .setBatchId(batchId)
                .setCurrency(currency)
                .setBusinessDay(day)
                .setFareCount(fares)
                .setAmountMinor(minor)
                .build();
    }

    private SettlementPosted.Builder posting(String fare, FareKind kind) {
        String fareId = "fare:journey:" + fare + ":" + day;
        return SettlementPosted.newBuilder()
                .setEventId("posting:conversion:" + fareId)
                .setOccurredAt(at(9, 30))
                .setRiderId(RIDER)
                .setWalletScheme(WalletScheme.WEIXIN_PAY)
                .setConversionId("conversion:" + fareId)
                .setFareId(fareId)
                .setJourneyId("journey:" + fare)
                .setKind(kind)
                .setOperatorId("MTR")
                .setCity("hong-kong")
                .setTerritory("HK")
                .setBusinessDay(day)
                .setFareMinor(0)
                .setFareCurrency("HKD")
                .setWalletMinor(0)
                .setWalletCurrency("CNY")
                .setSpreadMinor(0);
    }
}
