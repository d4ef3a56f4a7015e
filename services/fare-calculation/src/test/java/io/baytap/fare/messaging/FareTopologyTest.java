package io.baytap.fare.messaging;

import static io.baytap.fare.messaging.TopologyKit.tap;
import static io.baytap.schemas.taps.v1.TapDirection.ENTRY;
import static io.baytap.schemas.taps.v1.TapDirection.EXIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FareTopologyTest {

    private final TopologyKit kit = new TopologyKit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void aJourneyBecomesOneFareWithEverythingThatExplainsIt() {
        kit.tap(tap("g1", 7, "16:10:00.123456", ENTRY, "MTR:1"));
        kit.tap(tap("g2", 3, "16:31:00", EXIT, "MTR:2"));

        FareAssessed fare = single(kit.fares());
        assertThat(fare.getEventId()).isEqualTo("fare:journey:tap:g1:7:0");
        assertThat(fare.getJourneyId()).isEqualTo("journey:tap:g1:7");
        assertThat(fare.getOccurredAt()).isEqualTo(Instant.parse("2026-04-09T16:31:00Z"));
        assertThat(fare.getBeganAt()).isEqualTo(Instant.parse("2026-04-09T16:10:00.123456Z"));
        assertThat(fare.getBusinessDay()).isEqualTo(LocalDate.of(2026, 4, 10)); // past midnight in Hong Kong
        assertThat(fare.getRiderId()).isEqualTo(TopologyKit.RIDER);
        assertThat(fare.getWalletScheme()).isEqualTo(WalletScheme.WEIXIN_PAY);
        assertThat(fare.getKind()).isEqualTo(FareKind.FARE);
        assertThat(fare.getCorrects()).isNull();
        assertThat(fare.getAmountMinor()).isEqualTo(490);
        assertThat(fare.getNetMinor()).isEqualTo(490);
        assertThat(fare.getCurrency()).isEqualTo("HKD");
        assertThat(fare.getOperatorId() + fare.getCity() + fare.getTerritory()).isEqualTo("MTRhong-kongHK");
        assertThat(fare.getComplete()).isTrue();
        assertThat(fare.getTapIds()).containsExactly("tap:g1:7", "tap:g2:3");
        assertThat(fare.getTariffVersion()).startsWith("MTR@test+policy-");
        assertThat(fare.getLegs()).singleElement().satisfies(leg -> {
            assertThat(leg.getFromStopId()).isEqualTo("MTR:1");
            assertThat(leg.getToStopId()).isEqualTo("MTR:2");
            assertThat(leg.getFareProductId()).isEqualTo("4.90");
            assertThat(leg.getRule()).isEqualTo("fare_leg_rules.txt:3");
        });
    }

    @Test
    void howLongATapWaitedIsMeasuredFromWhenItWasWritten() {
        kit.idle(Duration.ofSeconds(7));

        kit.tap(tap("g1", 1, "00:00:00", ENTRY, "MTR:1"), TopologyKit.START);
        kit.tap(tap("g2", 1, "00:20:00", EXIT, "MTR:2"), TopologyKit.START.plusSeconds(3600));

        HistogramSnapshot delay = kit.meters.get("fare.delay").timer().takeSnapshot();
        assertThat(delay.count()).isEqualTo(2);
        assertThat(delay.total(TimeUnit.SECONDS)).isEqualTo(7); // a clock that is ahead is no negative delay
        assertThat(delay.histogramCounts())
                .filteredOn(bucket -> bucket.bucket(TimeUnit.SECONDS) == 5)
                .singleElement()
                .satisfies(bucket -> assertThat(bucket.count()).isEqualTo(1));
    }

    @Test
    void aBatchThatIsDeliveredAgainMovesNothingTwice() {
        List<TapAccepted> batch = List.of(
                tap("g1", 1, "00:10:00", ENTRY, "MTR:1"),
                tap("g2", 1, "00:31:00", EXIT, "MTR:2"),
                tap("g2", 2, "09:00:00", ENTRY, "MTR:2"),
                tap("g1", 2, "09:31:00", EXIT, "MTR:3"));
        batch.forEach(kit::tap);
        assertThat(kit.fares()).extracting(FareAssessed::getAmountMinor).containsExactly(490L, 1060L);

        batch.forEach(kit::tap);

        assertThat(kit.fares()).isEmpty();
        assertThat(kit.count("DUPLICATE")).isEqualTo(4);
        assertThat(kit.count("ASSESSED")).isEqualTo(4);
    }

    @Test
    void aMissingExitIsHeldAtTheMaximumWhenTheClockSaysSoAndCorrectedByTheLateTap() {
        kit.tap(tap("g1", 1, "00:10:00", ENTRY, "MTR:1"));
        kit.tick("02:39:59");
        kit.idle(Duration.ofSeconds(10));
        assertThat(kit.fares()).isEmpty();

        kit.tick("02:40:00");
        kit.idle(Duration.ofSeconds(1));
        FareAssessed held = single(kit.fares());
        kit.tap(tap("g2", 1, "00:31:00", EXIT, "MTR:2"));
        FareAssessed corrected = single(kit.fares());

        assertThat(held.getKind()).isEqualTo(FareKind.MAXIMUM);
        assertThat(held.getComplete()).isFalse();
        assertThat(held.getNetMinor()).isEqualTo(6080);
        assertThat(corrected.getKind()).isEqualTo(FareKind.CORRECTION);
        assertThat(corrected.getCorrects()).isEqualTo(held.getEventId());
        assertThat(corrected.getAmountMinor()).isEqualTo(490 - 6080);
        assertThat(corrected.getNetMinor()).isEqualTo(490);
        assertThat(corrected.getOccurredAt()).isEqualTo(held.getOccurredAt());
        assertThat(held.getBeganAt()).isEqualTo(Instant.parse("2026-04-09T00:10:00Z"));
        assertThat(corrected.getBeganAt()).isEqualTo(held.getBeganAt());
    }

    @Test
    void nothingExpiresBeforeAReplayHasBegun() {
        kit.tap(tap("g1", 1, "00:10:00", ENTRY, "MTR:1"));

        kit.idle(Duration.ofHours(5));

        assertThat(kit.fares()).isEmpty();
    }

    @Test
    void aPartitionThatIsBehindChargesNoMaximumForAnExitThatLiesInTheTopic() {
        kit.tick("12:00:00"); // an outage: the clock is far ahead of what is read
        kit.tap(tap("g1", 1, "00:10:00", ENTRY, "MTR:1"));
        kit.idle(Duration.ofSeconds(1));
        kit.tap(tap("g2", 1, "00:31:00", EXIT, "MTR:2"));
        kit.tap(tap("g1", 2, "01:00:00", ENTRY, "MTR:1"));
        kit.idle(Duration.ofSeconds(1));
        assertThat(kit.fares()).extracting(FareAssessed::getNetMinor).containsExactly(490L);

        kit.idle(TopologyKit.CAUGHT_UP_AFTER);

        assertThat(kit.fares()).extracting(FareAssessed::getNetMinor).containsExactly(6080L);
    }

    @Test
    void aRiderWhoDoesNotComeBackIsForgotten() {
        kit.tap(tap("g1", 1, "00:10:00", ENTRY, "MTR:1"));
        kit.tap(tap("g2", 1, "00:31:00", EXIT, "MTR:2"));
        assertThat(kit.size("riders")).isEqualTo(1);

        kit.tick(Instant.parse("2026-04-18T00:31:00Z"));
        kit.idle(Duration.ofSeconds(10));
        assertThat(kit.size("riders")).isEqualTo(1);
        kit.tick(Instant.parse("2026-04-18T00:31:01Z"));
        kit.idle(Duration.ofSeconds(1));

        assertThat(kit.size("riders")).isZero();
    }

    private static FareAssessed single(List<FareAssessed> fares) {
        assertThat(fares).hasSize(1);
        return fares.getFirst();
    }
}
