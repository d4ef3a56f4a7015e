package io.baytap.fx.messaging;

import static io.baytap.fx.domain.PublishedRates.APRIL_9;
import static io.baytap.fx.domain.PublishedRates.april8;
import static io.baytap.fx.domain.PublishedRates.april9;
import static io.baytap.fx.domain.PublishedRates.publication;
import static io.baytap.fx.messaging.TestFares.correction;
import static io.baytap.fx.messaging.TestFares.hongKongRiderAtHome;
import static io.baytap.fx.messaging.TestFares.mainlandRiderInHongKong;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.fx.domain.RatePolicies;
import io.baytap.fx.domain.RatePolicy;
import io.baytap.fx.domain.WalletScheme;
import io.baytap.schemas.Topics;
import io.baytap.schemas.deals.v1.DealStruck;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.fx.v1.ExposureState;
import io.baytap.schemas.fx.v1.FxExposure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What conversions leave open, from the fares to the deal. Cut-off is 18:00 in Hong Kong, 10:00 UTC; April 9 is a Thursday. */
class ExposureTopologyTest {

    private static final Instant MORNING = Instant.parse("2026-04-09T02:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-04-09T10:00:00Z");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 4, 10);
    private static final LocalDate MONDAY = LocalDate.of(2026, 4, 13);

    private final TopologyKit kit = new TopologyKit();

    @AfterEach
    void close() {
        kit.close();
    }

    /** 12.50 HKD are owed, 10.90 CNY are held at the rate of April 8 (1089.98 fen); the spread is no part of it. */
    @Test
    void aConversionIsOpenUntilItsValueDate() {
        kit.rates(april8());
        kit.fare(mainlandRiderInHongKong("journey:1", MORNING, 1250));
        kit.seconds(1);

        assertThat(exposures()).singleElement().satisfies(open -> {
            assertThat(open.getExposureId()).isEqualTo("HKD/CNY:2026-04-10");
            assertThat(open.getValueDate()).isEqualTo(FRIDAY);
            assertThat(open.getBaseMinor()).isEqualTo(-1250);
            assertThat(open.getQuoteMinor()).isEqualTo(1090);
            assertThat(open.getFareCount()).isEqualTo(1);
            assertThat(open.getState()).isEqualTo(ExposureState.WITHIN_LIMIT);
        });
        assertThat(deals()).isEmpty();
    }

    /**
     * At the cut-off 60.80 HKD are bought at the rate in force then, that of April 8: 5301.67 fen, 5302. Held were 5302 of
     * one conversion (12.50 + 48.30 would have been 1090 + 4212 as well): nothing is won or lost.
     */
    @Test
    void theFirstJourneyAfterTheCutOffClosesTheDay() {
        kit.rates(april8());
        kit.fare(mainlandRiderInHongKong("journey:1", MORNING, 1250));
        kit.fare(mainlandRiderInHongKong("journey:2", MORNING.plusSeconds(1), 4830));
        kit.seconds(1);
        assertThat(deals()).isEmpty();

        kit.fare(hongKongRiderAtHome("journey:3", EVENING, 330));
        kit.seconds(1);

        assertThat(deals()).singleElement().satisfies(deal -> {
            assertThat(deal.getDealId()).isEqualTo("deal:HKD/CNY:2026-04-10");
            assertThat(deal.getOccurredAt()).isEqualTo(EVENING);
            assertThat(deal.getBaseMinor()).isEqualTo(6080);
            assertThat(deal.getQuoteMinor()).isEqualTo(-5302);
            assertThat(deal.getExposedBaseMinor()).isEqualTo(-6080);
            assertThat(deal.getExposedQuoteMinor()).isEqualTo(1090 + 4212);
            assertThat(deal.getRealisedMinor()).isZero();
            assertThat(deal.getRate()).isEqualTo("0.8719856029");
            assertThat(deal.getFareCount()).isEqualTo(2);
        });
        assertThat(exposures().getLast().getState()).isEqualTo(ExposureState.DEALT);
    }

    @Test
    void whatComesLateIsDealtWithTheNextDay() {
        kit.rates(april8());
        kit.fare(mainlandRiderInHongKong("journey:1", MORNING, 1250));
        kit.fare(hongKongRiderAtHome("journey:2", EVENING, 330));
        kit.seconds(1);
        assertThat(deals()).hasSize(1);

        kit.fare(mainlandRiderInHongKong("journey:late", MORNING, 330));
        kit.seconds(5);

        assertThat(exposures().getLast().getValueDate()).isEqualTo(MONDAY);
        assertThat(deals()).isEmpty();
    }

    @Test
    void aFareThatComesTwiceIsExposedOnceAndACorrectionByItsDelta() {
        kit.rates(april8());
        FareAssessed held = mainlandRiderInHongKong("journey:1", MORNING, 6080);
        FareAssessed corrected = correction(held, 1250);
        kit.fare(held);
        kit.fare(held);
        kit.fare(corrected);
        kit.fare(held);
        kit.fare(corrected);
        kit.seconds(1);

        assertThat(exposures()).singleElement().satisfies(open -> {
            assertThat(open.getBaseMinor()).isEqualTo(-1250);
            assertThat(open.getQuoteMinor()).isEqualTo(1090);
            assertThat(open.getFareCount()).isEqualTo(2);
        });
    }

    /** The kit's limit is 100.00 HKD. */
    @Test
    void anExposureBeyondItsLimitIsAnAlarmUntilItIsDealt() {
        kit.rates(april8());
        kit.fare(mainlandRiderInHongKong("journey:1", MORNING, 10_000));
        kit.seconds(1);
        assertThat(exposures().getLast().getState()).isEqualTo(ExposureState.WITHIN_LIMIT);

        kit.fare(mainlandRiderInHongKong("journey:2", MORNING, 1));
        kit.seconds(1);

        FxExposure alarm = exposures().getLast();
        assertThat(alarm.getState()).isEqualTo(ExposureState.LIMIT_EXCEEDED);
        assertThat(alarm.getLimitMinor()).isEqualTo(10_000);
        assertThat(alarm.getLimitCurrency()).isEqualTo("HKD");
        assertThat(kit.meters.get("fx.exposures.exceeding").gauge().value()).isEqualTo(1);
        assertThat(kit.meters
                        .get("fx.exposure.minor")
                        .tag("currency", "HKD")
                        .gauge()
                        .value())
                .isEqualTo(-10_001);
        kit.fare(hongKongRiderAtHome("journey:3", EVENING, 330));
        kit.seconds(1);
        assertThat(kit.meters.get("fx.exposures.exceeding").gauge().value()).isZero();
    }

    @Test
    void aDealWithoutARateWaitsForOne() {
        kit.rates(april8());
        kit.fare(mainlandRiderInHongKong("journey:1", MORNING, 1250));
        kit.withdraw(april8());
        kit.fare(hongKongRiderAtHome("journey:2", EVENING, 330));
        kit.seconds(2);
        assertThat(deals()).isEmpty();

        kit.rates(april8());
        kit.seconds(1);

        assertThat(deals()).hasSize(1);
    }

    @Test
    void whoHasTheDeskLeads() {
        var other = new TopologyKit();
        assertThat(other.leadership.leads()).isTrue();

        other.close();

        assertThat(other.leadership.leads()).isFalse();
    }

    @Test
    void aConversionSaysHowItCameAbout() {
        kit.rates(april8());
        kit.fare(mainlandRiderInHongKong("journey:1", MORNING, 330));

        // 330 × 0.8719856029 = 287.755248957; with a half percent 289.194025201785; 288 + 1 are paid.
        assertThat(kit.converted()).singleElement().satisfies(converted -> {
            assertThat(converted.getWalletMinor()).isEqualTo(289);
            assertThat(converted.getMidMinor()).isEqualTo(288);
            assertThat(converted.getAppliedRate()).isEqualTo("0.8763455309145");
            assertThat(converted.getResidue()).isEqualTo("-0.194025201785");
            assertThat(converted.getRatePolicy()).isEqualTo(io.baytap.schemas.fares.v1.RatePolicy.AT_TAP);
            assertThat(converted.getToleranceBasisPoints()).isZero();
        });
    }

    @Test
    void aProvidersConversionIsAnEstimateWithATolerance() {
        try (var other =
                new TopologyKit(new RatePolicies(Map.of(WalletScheme.WEIXIN_PAY, new RatePolicy.ByProvider(30))))) {
            other.rates(april8());
            other.fare(mainlandRiderInHongKong("journey:1", MORNING, 330));

            assertThat(other.converted()).singleElement().satisfies(converted -> {
                assertThat(converted.getRatePolicy()).isEqualTo(io.baytap.schemas.fares.v1.RatePolicy.BY_PROVIDER);
                assertThat(converted.getToleranceBasisPoints()).isEqualTo(30);
                // The provider takes its own: ours would be promised to nobody.
                assertThat(converted.getSpreadMinor()).isZero();
            });
            // The provider settles in the fare's currency: nothing is open.
            other.seconds(2);
            assertThat(other.events(Topics.FX_EXPOSURES, FxExposure.class)).isEmpty();
        }
    }

    /** Tapped on April 8's rate, assessed when April 9's was in force: a correction keeps what the first fare got. */
    @Test
    void atDebitTheRateIsThatOfTheAssessmentAndTheJourneyKeepsIt() {
        try (var other = new TopologyKit(new RatePolicies(Map.of(WalletScheme.WEIXIN_PAY, new RatePolicy.AtDebit())))) {
            other.rates(april8());
            other.rates(april9());
            FareAssessed fare = mainlandRiderInHongKong("journey:1", MORNING, 330);
            other.fareAt(fare, publication(APRIL_9).plusSeconds(60));
            other.fareAt(correction(fare, 0), MORNING);

            List<FareConverted> converted = other.converted();
            assertThat(converted).extracting(FareConverted::getRate).containsOnly("0.8723334535");
            assertThat(converted).extracting(FareConverted::getWalletMinor).containsExactly(289L, -289L);
        }
    }

    private List<FxExposure> exposures() {
        return kit.events(Topics.FX_EXPOSURES, FxExposure.class);
    }

    private List<DealStruck> deals() {
        return kit.events(Topics.DEALS_STRUCK, DealStruck.class);
    }
}
