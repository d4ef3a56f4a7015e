package io.baytap.fx.messaging;

import static io.baytap.fx.domain.PublishedRates.APRIL_9;
import static io.baytap.fx.domain.PublishedRates.april2;
import static io.baytap.fx.domain.PublishedRates.april8;
import static io.baytap.fx.domain.PublishedRates.april9;
import static io.baytap.fx.domain.PublishedRates.publication;
import static io.baytap.fx.messaging.TestFares.correction;
import static io.baytap.fx.messaging.TestFares.hongKongRiderAtHome;
import static io.baytap.fx.messaging.TestFares.mainlandRiderInHongKong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.fx.domain.PublishedRates;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.wire.RegistryAwayException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversionTopologyTest {

    private static final Instant EVENING = publication(APRIL_9).plusSeconds(60);

    private final TopologyKit kit = new TopologyKit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void aFareIsConvertedAtTheRateInForceWhenItOccurred() {
        kit.rates(april8());
        kit.rates(april9());

        kit.fare(mainlandRiderInHongKong("journey:1", EVENING, 1250));

        assertThat(kit.converted()).singleElement().satisfies(converted -> {
            assertThat(converted.getEventId()).isEqualTo("conversion:fare:journey:1:0");
            assertThat(converted.getFareId()).isEqualTo("fare:journey:1:0");
            assertThat(converted.getOccurredAt()).isEqualTo(EVENING);
            assertThat(converted.getFareMinor()).isEqualTo(1250);
            assertThat(converted.getFareCurrency()).isEqualTo("HKD");
            assertThat(converted.getWalletMinor()).isEqualTo(1095);
            assertThat(converted.getWalletCurrency()).isEqualTo("CNY");
            assertThat(converted.getSpreadMinor()).isEqualTo(5);
            assertThat(converted.getRate()).isEqualTo("0.8723334535");
            assertThat(converted.getRateIds()).containsExactly("ECB:EUR/HKD:2026-04-09", "ECB:EUR/CNY:2026-04-09");
            assertThat(converted.getSpreadBasisPoints()).isEqualTo(50);
            assertThat(converted.getTapIds()).containsExactly("tap:journey:1");
        });
    }

    @Test
    void aFareInTheWalletsOwnCurrencyNeedsNoRate() {
        kit.fare(hongKongRiderAtHome("journey:1", EVENING, 1250));

        assertThat(kit.converted()).singleElement().satisfies(converted -> {
            assertThat(converted.getWalletMinor()).isEqualTo(1250);
            assertThat(converted.getWalletCurrency()).isEqualTo("HKD");
            assertThat(converted.getRate()).isEqualTo("1");
            assertThat(converted.getRateIds()).isEmpty();
            assertThat(converted.getSpreadMinor()).isZero();
        });
    }

    @Test
    void aFareWithoutARateWaitsAndIsReleasedWhenTheRateComes() {
        kit.fare(mainlandRiderInHongKong("journey:1", EVENING, 1250));
        kit.rounds(3);
        assertThat(kit.converted()).isEmpty();
        assertThat(kit.waiting()).isEqualTo(1);

        kit.rates(april9());
        kit.rounds(1);

        assertThat(kit.converted()).extracting(FareConverted::getWalletMinor).containsExactly(1095L);
        assertThat(kit.waiting()).isZero();
    }

    @Test
    void aFareForWhichTheLastRateIsTooOldWaits() {
        kit.rates(april2());

        kit.fare(mainlandRiderInHongKong("journey:1", EVENING, 1250));
        kit.rounds(1);

        assertThat(kit.converted()).isEmpty();
        assertThat(kit.waiting()).isEqualTo(1);
    }

    @Test
    void aCorrectionDoesNotOvertakeTheFareItCorrects() {
        FareAssessed held = mainlandRiderInHongKong("journey:1", EVENING, 6080);
        kit.fare(held);
        kit.rates(april9());

        kit.fare(correction(held, 1250));
        assertThat(kit.converted()).isEmpty();
        kit.rounds(1);

        assertThat(kit.converted())
                .extracting(FareConverted::getEventId)
                .containsExactly("conversion:fare:journey:1:0", "conversion:fare:journey:1:1");
    }

    @Test
    void aCorrectionIsConvertedAtItsJourneysRateWhateverCameSince() {
        FareAssessed held = mainlandRiderInHongKong("journey:1", EVENING, 6080);
        kit.rates(april8());
        kit.fare(held);

        kit.rates(april9());
        kit.fare(correction(held, 1250));
        kit.fare(mainlandRiderInHongKong("journey:2", EVENING, 1250));

        List<FareConverted> converted = kit.converted();
        assertThat(converted)
                .extracting(FareConverted::getRate)
                .containsExactly("0.8719856029", "0.8719856029", "0.8723334535");
        // 12.50 HKD at the rate of April 8: 1089.98, 1090; a half percent 5.45, 5.
        assertThat(converted.get(0).getWalletMinor() + converted.get(1).getWalletMinor())
                .isEqualTo(1095);
        assertThat(converted.get(0).getSpreadMinor() + converted.get(1).getSpreadMinor())
                .isEqualTo(5);
    }

    @Test
    void aFareThatComesTwiceIsTheSameConversionTwice() {
        FareAssessed fare = mainlandRiderInHongKong("journey:1", EVENING, 1250);
        kit.rates(april8());
        kit.fare(fare);

        kit.rates(april9());
        kit.fare(fare);

        List<FareConverted> converted = kit.converted();
        assertThat(converted).hasSize(2);
        assertThat(converted.get(1)).isEqualTo(converted.get(0));
    }

    @Test
    void aFareThatComesTwiceWhileItWaitsIsConvertedOnce() {
        FareAssessed fare = mainlandRiderInHongKong("journey:1", EVENING, 1250);
        kit.fare(fare);
        kit.fare(fare);
        assertThat(kit.waiting()).isEqualTo(1);

        kit.rates(april9());
        kit.rounds(1);

        assertThat(kit.converted()).hasSize(1);
    }

    @Test
    void aRoundReleasesNoMoreThanItsLimitAndTheRestFollowsInOrder() {
        int count = 2 * TopologyKit.RELEASE_MAX + 1;
        for (int i = 0; i < count; i++) {
            kit.fare(mainlandRiderInHongKong("journey:" + i, EVENING.plusSeconds(i), 100));
        }
        kit.rates(april9());

        kit.rounds(1);
        List<FareConverted> first = kit.converted();
        assertThat(first).hasSize(TopologyKit.RELEASE_MAX);
        assertThat(kit.waiting()).isEqualTo(count - TopologyKit.RELEASE_MAX);
        kit.rounds(2);

        assertThat(first)
                .extracting(FareConverted::getJourneyId)
                .containsExactlyElementsOf(IntStream.range(0, TopologyKit.RELEASE_MAX)
                        .mapToObj(i -> "journey:" + i)
                        .toList());
        assertThat(kit.converted()).hasSize(count - TopologyKit.RELEASE_MAX);
        assertThat(kit.waiting()).isZero();
    }

    @Test
    void fareThatCannotBeReleasedDoesNotHoldBackThoseThatCan() {
        Instant longAgo = Instant.parse("2025-01-01T00:00:00Z");
        for (int i = 0; i < TopologyKit.RELEASE_MAX + 1; i++) {
            kit.fare(mainlandRiderInHongKong("journey:old" + i, longAgo, 100));
        }
        kit.fare(mainlandRiderInHongKong("journey:new", EVENING, 100));

        kit.rates(april9());
        kit.rounds(2);

        assertThat(kit.converted()).extracting(FareConverted::getJourneyId).containsExactly("journey:new");
        assertThat(kit.waiting()).isEqualTo(TopologyKit.RELEASE_MAX + 1);
    }

    @Test
    void outcomesAreCounted() {
        kit.rates(april9());
        kit.fare(hongKongRiderAtHome("journey:1", EVENING, 1));
        kit.fare(mainlandRiderInHongKong("journey:2", EVENING, 1));
        kit.fare(mainlandRiderInHongKong("journey:3", EVENING.minusSeconds(120), 1));
        kit.rates(april8());
        kit.rounds(1);

        for (String outcome : List.of("SAME_CURRENCY", "CONVERTED", "WAITING", "RELEASED")) {
            assertThat(kit.meters
                            .get("fx.fares")
                            .tag("outcome", outcome)
                            .counter()
                            .count())
                    .as(outcome)
                    .isEqualTo(1);
        }
    }

    @Test
    void anOutageOfTheRegistryStopsTheLineAndParksNothing() {
        kit.rates(april9());
        byte[] fare = kit.bytes(mainlandRiderInHongKong("journey:1", EVENING, 1250));

        kit.registry.forget();
        kit.registry.goAway();
        assertThatThrownBy(() -> kit.rawFare("WEIXIN_PAY:a7c91", fare))
                .hasRootCauseInstanceOf(RegistryAwayException.class);
        kit.registry.comeBack();

        assertThat(kit.parked(Topics.FARES_ASSESSED)).isEmpty();
    }

    @Test
    void anOutageOfTheRegistryDoesNotTouchASchemaThatWasSeenBefore() {
        kit.rates(april9());
        kit.fare(mainlandRiderInHongKong("journey:1", EVENING, 1250));
        byte[] fare = kit.bytes(mainlandRiderInHongKong("journey:2", EVENING, 1250));

        kit.registry.goAway();
        kit.rawFare("WEIXIN_PAY:a7c91", fare);
        kit.registry.comeBack();

        assertThat(kit.converted()).hasSize(2);
    }

    @Test
    void aWithdrawnRateIsNotUsedAnyMore() {
        kit.rates(april9());
        kit.rates(List.of(PublishedRates.rate(APRIL_9, PublishedRates.CNY, "8.0000")));

        kit.rawRate("ECB:EUR/CNY:2026-04-09", null);
        kit.fare(mainlandRiderInHongKong("journey:1", EVENING, 1250));

        assertThat(kit.converted()).isEmpty();
        assertThat(kit.waiting()).isEqualTo(1);
    }
}
