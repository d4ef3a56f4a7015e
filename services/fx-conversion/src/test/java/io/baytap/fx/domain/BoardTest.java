package io.baytap.fx.domain;

import static io.baytap.fx.domain.PublishedRates.APRIL_9;
import static io.baytap.fx.domain.PublishedRates.april9;
import static io.baytap.fx.domain.PublishedRates.book;
import static io.baytap.fx.domain.PublishedRates.publication;
import static io.baytap.fx.domain.WalletScheme.WECHAT_PAY_HK;
import static io.baytap.fx.domain.WalletScheme.WEIXIN_PAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BoardTest {

    private static final BigDecimal THOUSAND_IN_MINOR = BigDecimal.valueOf(100_000);
    private static final Instant EVENING = publication(APRIL_9);
    private static final Spreads SPREADS = new Spreads(50, Map.of(WECHAT_PAY_HK, 100));

    /** 0.8723334535 × 1.005 = 0.87669512…; 0.8723334535 / 1.01 = 0.86369648…: for the Hong Kong wallet it is 100 points. */
    @Test
    void theBoardHasWhatAWalletPays() {
        Board.Prices prices = prices("HKD/CNY");

        assertThat(prices.sell()).isEqualTo(new BigDecimal("0.876696"));
        assertThat(prices.mid()).isEqualTo(new BigDecimal("0.872333"));
        assertThat(prices.buy()).isEqualTo(new BigDecimal("0.863696"));
        assertThat(prices.source()).isEqualTo("ECB");
        assertThat(prices.inForceFrom()).isEqualTo(EVENING);
    }

    /** 1,000.00 HKD by a mainland wallet, 1,000.00 CNY by one of Hong Kong: what is charged is what the board says. */
    @Test
    void whatIsChargedIsWhatHangsOut() {
        BigDecimal sell = prices("HKD/CNY").sell();
        BigDecimal buy = prices("HKD/CNY").buy();

        // A charge rounds its mid and its spread, the board its sixth decimal: a minor unit between them, not two.
        assertThat(BigDecimal.valueOf(charged(WEIXIN_PAY, "HKD")))
                .isCloseTo(sell.multiply(THOUSAND_IN_MINOR), within(BigDecimal.ONE));
        assertThat(BigDecimal.valueOf(charged(WECHAT_PAY_HK, "CNY")).multiply(buy))
                .isCloseTo(THOUSAND_IN_MINOR, within(BigDecimal.ONE));
    }

    @Test
    void everyPairHangsOutAndOneWithoutARateSaysSo() {
        Board board = Board.at(EVENING.minusSeconds(1), book(List.of(april9())), SPREADS);

        assertThat(board.rows())
                .extracting(row -> row.pair().toString())
                .containsExactly("HKD/CNY", "HKD/MOP", "CNY/MOP", "USD/HKD", "USD/CNY", "USD/MOP");
        assertThat(board.rows())
                .filteredOn(row -> row.prices() != null)
                .singleElement()
                .satisfies(parity -> assertThat(parity.pair()).hasToString("HKD/MOP"));
    }

    private static Board.Prices prices(String pair) {
        return Board.at(EVENING, book(List.of(april9())), SPREADS).rows().stream()
                .filter(row -> row.pair().toString().equals(pair))
                .map(row -> Objects.requireNonNull(row.prices()))
                .findFirst()
                .orElseThrow();
    }

    private static long charged(WalletScheme scheme, String currency) {
        Money amount = Money.of(100_000, currency);
        var fare = new Fare("fare:1", "journey:1", 0, EVENING, scheme, amount, amount);
        Terms terms = ConversionRules.terms(fare, EVENING, book(List.of(april9())), SPREADS, new RatePolicies(Map.of()))
                .orElseThrow();
        return ConversionRules.convert(fare, terms).wallet().minor();
    }
}
