package io.baytap.bench.settlement;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.fares.v1.RatePolicy;
import io.baytap.schemas.wallets.v1.Contract;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

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

    /** Signs a contract for each of their riders. */
    static void sign(EmbeddedStack stack, long fares) {
        try (var records = new Records(stack.bootstrapServers(), stack.registryUrl())) {
            List<Contract> contracts = LongStream.range(0, riders(fares))
                    .boxed()
                    .flatMap(number -> Stream.of(WalletScheme.WEIXIN_PAY, WalletScheme.WECHAT_PAY_HK)
                            .map(scheme -> contract(scheme, number)))
                    .toList();
            records.produce(Topics.WALLETS_CONTRACTS, contracts);
        }
    }

    /** Settings of wallet-settlement: an account of each operator with the providers. */
    static Map<String, String> subMchids() {
        return IntStream.range(0, OPERATORS.size())
                .boxed()
                .collect(Collectors.toMap(
                        number -> "wallet.operators.\"" + OPERATORS.get(number) + "\".sub-mchid",
                        number -> Integer.toString(1_900_001_000 + number)));
    }

    /** Of each scheme. */
    private static long riders(long fares) {
        return Math.ceilDiv(Math.ceilDiv(fares, 2), FARES_PER_RIDER);
    }

    private static Contract contract(WalletScheme scheme, long number) {
        String id = scheme + "-" + number;
        return Contract.newBuilder()
                .setEventId("contract:" + id)
                .setOccurredAt(MORNING)
                .setRiderId(rider(scheme, number))
                .setWalletScheme(scheme)
                .setContractId(id)
                .setCurrency(scheme == WalletScheme.WEIXIN_PAY ? "CNY" : "HKD")
                .build();
    }

    /** 5.00 to 24.90 HKD; to a mainland wallet at 0.92 CNY, and half a percent. */
    private static FareConverted fare(long number) {
        boolean abroad = number % 2 == 0;
        WalletScheme scheme = abroad ? WalletScheme.WEIXIN_PAY : WalletScheme.WECHAT_PAY_HK;
        long fare = 500 + number % 200 * 10;
        long spread = abroad ? fare * 46 / 10_000 : 0;
        long mid = abroad ? fare * 92 / 100 : fare;
        String journey = "journey:tap:gate-" + number % 997 + ":" + number;
        return FareConverted.newBuilder()
                .setEventId("conversion:fare:" + journey + ":0")
                .setOccurredAt(MORNING.plusSeconds(number % DAY_SECONDS))
                .setRiderId(rider(scheme, number / 2 / FARES_PER_RIDER))
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

    private static String rider(WalletScheme scheme, long number) {
        return scheme + ":bench." + number;
    }
}
