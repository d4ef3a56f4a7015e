package io.baytap.bench.reporting;

import io.baytap.schemas.Topics;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.charges.v1.ConversionCheck;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.fares.v1.Leg;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.taps.v1.TapDirection;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Mainland riders' fares in Hong Kong on one day, with all that the line says of each: two taps, a price, a posting, a charge. */
final class LineOfFares {

    static final LocalDate DAY = LocalDate.of(2026, 4, 9);

    /** Of each fare. */
    static final int EVENTS = 5;

    private static final Instant MORNING = Instant.parse("2026-04-09T00:00:00Z");
    private static final List<String> OPERATORS = List.of("MTR", "KMB", "LWB", "NLB", "HKT", "CTB", "STAR");
    private static final int AT_ONCE = 10_000;
    private static final int DAY_SECONDS = 54_000;
    private static final int RIDE_SECONDS = 1_800;
    private static final int GATES = 997;

    private LineOfFares() {}

    /** Puts them on their topics, in the order of the line; returns when the broker has all. */
    static void fill(EmbeddedStack stack, long fares) {
        try (var records = new Records(stack.bootstrapServers(), stack.registryUrl())) {
            LongStream.range(0, fares)
                    .boxed()
                    .gather(Gatherers.windowFixed(AT_ONCE))
                    .forEach(window -> {
                        records.produce(
                                Topics.TAPS_ACCEPTED,
                                window.stream()
                                        .flatMap(number -> Stream.of(
                                                tap(number, TapDirection.ENTRY), tap(number, TapDirection.EXIT)))
                                        .toList());
                        records.produce(
                                Topics.FARES_ASSESSED,
                                window.stream().map(LineOfFares::priced).toList());
                        records.produce(
                                Topics.SETTLEMENTS_POSTED,
                                window.stream().map(LineOfFares::posted).toList());
                        records.produce(
                                Topics.CHARGES_SETTLED,
                                window.stream().map(LineOfFares::charged).toList());
                    });
        }
    }

    static String journey(long number) {
        return "journey:" + tapId(number, TapDirection.ENTRY);
    }

    private static String tapId(long number, TapDirection direction) {
        return "tap:" + gate(number, direction) + ":" + number;
    }

    private static String gate(long number, TapDirection direction) {
        return "gate-" + number % GATES + (direction == TapDirection.ENTRY ? "-in" : "-out");
    }

    private static String rider(long number) {
        return "WEIXIN_PAY:" + "%032x".formatted(number / 4);
    }

    private static String operator(long number) {
        return OPERATORS.get((int) (number % OPERATORS.size()));
    }

    private static Instant at(long number) {
        return MORNING.plusSeconds(number % DAY_SECONDS + RIDE_SECONDS);
    }

    private static TapAccepted tap(long number, TapDirection direction) {
        Instant at = direction == TapDirection.EXIT ? at(number) : at(number).minusSeconds(RIDE_SECONDS);
        return TapAccepted.newBuilder()
                .setEventId(tapId(number, direction))
                .setOccurredAt(at)
                .setRiderId(rider(number))
                .setWalletScheme(WalletScheme.WEIXIN_PAY)
                .setGateId(gate(number, direction))
                .setSequence(number)
                .setOperatorId(operator(number))
                .setRouteId(operator(number) + ":network")
                .setStopId(operator(number) + ":" + number % 90)
                .setDeck(null)
                .setDirection(direction)
                .setReceivedAt(at)
                .setLate(false)
                .build();
    }

    private static FareAssessed priced(long number) {
        return FareAssessed.newBuilder()
                .setEventId("fare:" + journey(number) + ":0")
                .setOccurredAt(at(number))
                .setRiderId(rider(number))
                .setWalletScheme(WalletScheme.WEIXIN_PAY)
                .setJourneyId(journey(number))
                .setRevision(0)
                .setKind(FareKind.FARE)
                .setCorrects(null)
                .setOperatorId(operator(number))
                .setCity("hong-kong")
                .setTerritory("HK")
                .setBusinessDay(DAY)
                .setAmountMinor(fare(number))
                .setNetMinor(fare(number))
                .setCurrency("HKD")
                .setComplete(true)
                .setLegs(List.of(Leg.newBuilder()
                        .setRouteId(operator(number) + ":network")
                        .setFromStopId(operator(number) + ":" + number % 90)
                        .setToStopId(operator(number) + ":" + number % 89)
                        .setFareProductId("adult")
                        .setRule("fare_leg_rules:" + number % 8_000)
                        .setAmountMinor(fare(number))
                        .build()))
                .setTapIds(List.of(tapId(number, TapDirection.ENTRY), tapId(number, TapDirection.EXIT)))
                .setTariffVersion(operator(number) + ":2026-01-01")
                .build();
    }

    private static SettlementPosted posted(long number) {
        long mid = fare(number) * 92 / 100;
        return SettlementPosted.newBuilder()
                .setEventId("posting:conversion:fare:" + journey(number) + ":0")
                .setOccurredAt(at(number))
                .setRiderId(rider(number))
                .setWalletScheme(WalletScheme.WEIXIN_PAY)
                .setConversionId("conversion:fare:" + journey(number) + ":0")
                .setFareId("fare:" + journey(number) + ":0")
                .setJourneyId(journey(number))
                .setKind(FareKind.FARE)
                .setOperatorId(operator(number))
                .setCity("hong-kong")
                .setTerritory("HK")
                .setBusinessDay(DAY)
                .setFareMinor(fare(number))
                .setFareCurrency("HKD")
                .setWalletMinor(mid)
                .setWalletCurrency("CNY")
                .setSpreadMinor(0)
                .setRate("0.92")
                .setAppliedRate("0.92")
                .setRateIds(List.of("ECB:EUR/HKD:2026-04-09", "ECB:EUR/CNY:2026-04-09"))
                .setResidue("0")
                .build();
    }

    private static ChargeSettled charged(long number) {
        String charge = "charge:conversion:fare:" + journey(number) + ":0";
        return ChargeSettled.newBuilder()
                .setEventId("charge-settled:" + charge)
                .setOccurredAt(at(number))
                .setRiderId(rider(number))
                .setWalletScheme(WalletScheme.WEIXIN_PAY)
                .setChargeId(charge)
                .setJourneyId(journey(number))
                .setOperatorId(operator(number))
                .setBusinessDay(DAY)
                .setAmountMinor(fare(number) * 92 / 100)
                .setCurrency("CNY")
                .setOutTradeNo("%032d".formatted(number))
                .setTransactionId("4200%024d".formatted(number))
                .setConversionCheck(ConversionCheck.NOT_NEEDED)
                .build();
    }

    /** 5.00 to 24.90 HKD. */
    private static long fare(long number) {
        return 500 + number % 200 * 10;
    }
}
