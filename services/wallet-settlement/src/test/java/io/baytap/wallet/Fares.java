package io.baytap.wallet;

import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.fares.v1.RatePolicy;
import io.baytap.schemas.wallets.v1.Contract;
import io.baytap.schemas.wallets.v1.WalletScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes events for tests: riders that no other test has, fares of a journey. */
public final class Fares {

    public static final Instant MORNING = Instant.parse("2026-04-09T01:30:00Z");
    public static final LocalDate DAY = LocalDate.parse("2026-04-09");

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Fares() {}

    /** A rider with a wallet of the mainland scheme. */
    public static String newRider() {
        return "WEIXIN_PAY:rider-" + NEXT.incrementAndGet();
    }

    public static Contract contract(String riderId) {
        return Contract.newBuilder()
                .setEventId("contract:C-" + riderId)
                .setOccurredAt(MORNING)
                .setRiderId(riderId)
                .setWalletScheme(WalletScheme.WEIXIN_PAY)
                .setContractId("C-" + riderId)
                .setCurrency("CNY")
                .build();
    }

    /** The n-th fare of a rider's only journey: HKD into CNY, the spread within the wallet's amount. */
    public static FareConverted fare(String riderId, int revision, long fareMinor, long walletMinor, long spreadMinor) {
        String journey = "journey:tap:gate-" + riderId + ":1";
        String fare = "fare:" + journey + ":" + revision;
        return FareConverted.newBuilder()
                .setEventId("conversion:" + fare)
                .setOccurredAt(MORNING)
                .setRiderId(riderId)
                .setWalletScheme(WalletScheme.WEIXIN_PAY)
                .setFareId(fare)
                .setCorrectsFareId(revision == 0 ? null : "fare:" + journey + ":" + (revision - 1))
                .setJourneyId(journey)
                .setKind(revision == 0 ? FareKind.FARE : FareKind.CORRECTION)
                .setOperatorId("MTR")
                .setCity("hong-kong")
                .setTerritory("HK")
                .setBusinessDay(DAY)
                .setFareMinor(fareMinor)
                .setFareCurrency("HKD")
                .setWalletMinor(walletMinor)
                .setWalletCurrency("CNY")
                .setSpreadMinor(spreadMinor)
                .setRate("0.9247000000")
                .setRateIds(List.of("EUR/HKD:2026-04-08", "EUR/CNY:2026-04-08"))
                .setSpreadBasisPoints(50)
                .setTapIds(List.of())
                // Named, not defaulted: Avro finds a default's class by a loader of its own.
                .setRatePolicy(RatePolicy.AT_TAP)
                .setToleranceBasisPoints(0)
                .build();
    }
}
