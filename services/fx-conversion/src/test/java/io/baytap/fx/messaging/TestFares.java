package io.baytap.fx.messaging;

import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.wallets.v1.WalletScheme;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Assessed fares as fare-calculation publishes them, for tests. */
public final class TestFares {

    private TestFares() {}

    /** A first fare in Hong Kong dollars, of a rider with a mainland wallet. */
    public static FareAssessed mainlandRiderInHongKong(String journey, Instant at, long minor) {
        return fare("WEIXIN_PAY:a7c91", journey, at, minor, "HKD");
    }

    /** A first fare in Hong Kong dollars, of a rider with a Hong Kong wallet. */
    public static FareAssessed hongKongRiderAtHome(String journey, Instant at, long minor) {
        return fare("WECHAT_PAY_HK:b1", journey, at, minor, "HKD");
    }

    /** The fare after {@code before} in the same journey: it is now {@code netMinor}. */
    public static FareAssessed correction(FareAssessed before, long netMinor) {
        int revision = before.getRevision() + 1;
        return FareAssessed.newBuilder(before)
                .setEventId("fare:" + before.getJourneyId() + ":" + revision)
                .setRevision(revision)
                .setKind(FareKind.CORRECTION)
                .setCorrects(before.getEventId())
                .setAmountMinor(netMinor - before.getNetMinor())
                .setNetMinor(netMinor)
                .build();
    }

    private static FareAssessed fare(String rider, String journey, Instant at, long minor, String currency) {
        return FareAssessed.newBuilder()
                .setEventId("fare:" + journey + ":0")
                .setOccurredAt(at)
                .setRiderId(rider)
                .setWalletScheme(WalletScheme.valueOf(rider.substring(0, rider.indexOf(':'))))
                .setJourneyId(journey)
                .setRevision(0)
                .setKind(FareKind.FARE)
                .setCorrects(null)
                .setOperatorId("MTR")
                .setCity("hong-kong")
                .setTerritory("HK")
                .setBusinessDay(at.atZone(ZoneId.of("Asia/Hong_Kong")).toLocalDate())
                .setAmountMinor(minor)
                .setNetMinor(minor)
                .setCurrency(currency)
                .setComplete(true)
                .setLegs(List.of())
                .setTapIds(List.of("tap:" + journey))
                .setTariffVersion("MTR@2026-04")
                .build();
    }
}
