package io.baytap.bench.settlement;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.fares.v1.RatePolicy;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.LongStream;

/**
 * Fares of one business day in Hong Kong, four to a rider. Every second rider has a mainland wallet: five postings to a fare,
 * two to the others'.
 */
final class DayOfFares {

    static final LocalDate DAY = LocalDate.of(2026, 4, 9);

    /** Of two fares, one of each kind of rider. */
    static final double POSTINGS_PER_FARE = 3.5;

    private static final Instant MORNING = Instant.parse("2026-04-09T00:00:00Z");
    private static final List<String> OPERATORS = List.of("MTR", "KMB", "LWB", "NLB", "HKT", "CTB", "STAR");
    private static final int AT_ONCE = 10_000;
    private static final int FARES_PER_RIDER = 4;
    private static final int DAY_SECONDS = 57_600;

    private DayOfFares() {}

    /** Puts them on their topic; returns when the broker has all. */
    static void fill(EmbeddedStack stack, long fares) {
        try (var records = new Records(stack.bootstrapServers(), stack.registryUrl())) {
            LongStream.range(0, fares)
                    .boxed()
                    .gather(Gatherers.windowFixed(AT_ONCE))
                    .forEach(window -> records.produce(
                            Topics.FARES_CONVERTED,
                            window.stream().map(DayOfFares::fare).toList()));
        }
    }

    /** 5.00 to 24.90 HKD; to a mainland wallet at 0.92 CNY, and half a percent. */
    private static FareConverted fare(long number) {
        boolean abroad = number % 2 == 0;
        long rider = number / 2 / FARES_PER_RIDER;
        WalletScheme scheme = abroad ? WalletScheme.WEIXIN_PAY : WalletScheme.WECHAT_PAY_HK;
        long fare = 500 + number % 200 * 10;
        long spread = abroad ? fare * 46 / 10_000 : 0;
        long mid = abroad ? fare * 92 / 100 : fare;
        String journey = "journey:tap:gate-" + number % 997 + ":" + number;
        return FareConverted.newBuilder()
                .setEventId("conversion:fare:" + journey + ":0")
                .setOccurredAt(MORNING.plusSeconds(number % DAY_SECONDS))
                .setRiderId(scheme + ":bench." + rider)
                .setWalletScheme(scheme)
                .setFareId("fare:" + journey + ":0")
                .setJourneyId(journey)
                .setKind(FareKind.FARE)
                .setOperatorId(OPERATORS.get((int) (number % OPERATORS.size())))
                .setCity("hong-kong")
                .setTerritory("HK")
                .setBusinessDay(DAY)
                .setFareMinor(fare)
                .setFareCurrency("HKD")
                .setWalletMinor(mid + spread)
                .setWalletCurrency(abroad ? "CNY" : "HKD")
                .setSpreadMinor(spread)
                .setRate(abroad ? "0.92" : "1")
                .setRateIds(List.of())
                .setSpreadBasisPoints(abroad ? 50 : 0)
                .setTapIds(List.of())
                .setMidMinor(mid)
                .setRatePolicy(RatePolicy.AT_TAP)
                .build();
    }
}
