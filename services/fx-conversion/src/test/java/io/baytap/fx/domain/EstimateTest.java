package io.baytap.fx.domain;

import static io.baytap.fx.domain.PublishedRates.APRIL_8;
import static io.baytap.fx.domain.PublishedRates.APRIL_9;
import static io.baytap.fx.domain.PublishedRates.april8;
import static io.baytap.fx.domain.PublishedRates.april9;
import static io.baytap.fx.domain.PublishedRates.book;
import static io.baytap.fx.domain.PublishedRates.publication;
import static io.baytap.fx.domain.WalletScheme.FOREIGN_CARD;
import static io.baytap.fx.domain.WalletScheme.WECHAT_PAY_HK;
import static io.baytap.fx.domain.WalletScheme.WEIXIN_PAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EstimateTest {

    private static final Spreads SPREADS = new Spreads(50, Map.of(WECHAT_PAY_HK, 100));
    private static final RateBook RATES = book(List.of(april8(), april9()));
    private static final Instant EVENING = publication(APRIL_9).plusSeconds(60);

    /** HKD 10.60 at 7.9863 / 9.1551 = 0.8723334535 are 924.67, so 925 fen; half a percent of them is 4.625, so 5. */
    @Test
    void aFareComesToItsMidAndItsSpread() {
        Estimate estimate = estimate("HKD", 1060, WEIXIN_PAY, EVENING, "AT_TAP").orElseThrow();

        assertThat(estimate.conversion().mid()).isEqualTo(Money.of(925, "CNY"));
        assertThat(estimate.conversion().spread()).isEqualTo(Money.of(5, "CNY"));
        assertThat(estimate.conversion().wallet()).isEqualTo(Money.of(930, "CNY"));
        assertThat(estimate.rate())
                .isNotNull()
                .satisfies(rate -> assertThat(rate.inForceFrom()).isEqualTo(publication(APRIL_9)));
    }

    /** CNY 5.00 at 9.1551 / 7.9863 = 1.1463506254 are 573.18, so 573 cents; a percent of them is 5.73, so 6. */
    @Test
    void theSpreadIsThatOfTheWallet() {
        Estimate estimate =
                estimate("CNY", 500, WECHAT_PAY_HK, EVENING, "AT_TAP").orElseThrow();

        assertThat(estimate.conversion().wallet()).isEqualTo(Money.of(579, "HKD"));
        assertThat(estimate.conversion().spread()).isEqualTo(Money.of(6, "HKD"));
    }

    /** Locked by the day, it is the rate in force as the day began: 7.9948 / 9.1685 = 0.8719856029, 924 and 5 fen. */
    @Test
    void theRateIsTheOneThatThePolicyNames() {
        Estimate estimate =
                estimate("HKD", 1060, WEIXIN_PAY, EVENING, "LOCKED:1").orElseThrow();

        assertThat(estimate.conversion().wallet()).isEqualTo(Money.of(929, "CNY"));
        assertThat(estimate.rate())
                .isNotNull()
                .satisfies(rate -> assertThat(rate.inForceFrom()).isEqualTo(publication(APRIL_8)));
    }

    @Test
    void aProviderThatConvertsGetsNoSpreadOfOurs() {
        Estimate estimate =
                estimate("HKD", 1060, FOREIGN_CARD, EVENING, "BY_PROVIDER:150").orElseThrow();

        // 1060 × 1.1685 / 9.1551 = 135.29
        assertThat(estimate.conversion().wallet()).isEqualTo(Money.of(135, "USD"));
        assertThat(estimate.conversion().spread().minor()).isZero();
    }

    @Test
    void theWalletsOwnCurrencyIsNotConverted() {
        Estimate estimate =
                estimate("HKD", 1060, WECHAT_PAY_HK, EVENING, "AT_TAP").orElseThrow();

        assertThat(estimate.conversion().wallet()).isEqualTo(Money.of(1060, "HKD"));
        assertThat(estimate.rate()).isNull();
    }

    @Test
    void withoutAUsableRateThereIsNone() {
        assertThat(estimate("HKD", 1060, WEIXIN_PAY, publication(APRIL_8).minusSeconds(1), "AT_TAP"))
                .isEmpty();
    }

    private static Optional<Estimate> estimate(
            String currency, long minor, WalletScheme scheme, Instant at, String policy) {
        return Estimate.of(
                Money.of(minor, currency),
                scheme,
                at,
                RATES,
                SPREADS,
                new RatePolicies(Map.of(scheme, RatePolicy.parse(policy))));
    }
}
