package io.baytap.fx.domain;

import static io.baytap.fx.domain.PublishedRates.APRIL_9;
import static io.baytap.fx.domain.PublishedRates.CNY;
import static io.baytap.fx.domain.PublishedRates.HKD;
import static io.baytap.fx.domain.PublishedRates.USD;
import static io.baytap.fx.domain.PublishedRates.april9;
import static io.baytap.fx.domain.PublishedRates.book;
import static io.baytap.fx.domain.PublishedRates.publication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairTest {

    private static final Currency MOP = Currency.getInstance("MOP");
    private static final Instant EVENING = publication(APRIL_9);

    @ParameterizedTest(name = "{0} and {1} are quoted as {2}")
    @CsvSource({
        "HKD, CNY, HKD/CNY", "CNY, HKD, HKD/CNY", "MOP, HKD, HKD/MOP", "MOP, CNY, CNY/MOP",
        "HKD, USD, USD/HKD", "USD, EUR, EUR/USD", "JPY, CNY, CNY/JPY", "GBP, JPY, GBP/JPY",
    })
    void thereIsOneOrderWhicheverIsNamedFirst(String one, String other, String pair) {
        assertThat(Pair.of(Currency.getInstance(one), Currency.getInstance(other)))
                .hasToString(pair);
    }

    @Test
    void theOtherOrderIsNoPairAndNoRate() {
        assertThatThrownBy(() -> new Pair(CNY, HKD)).hasMessageContaining("CNY/HKD");
        assertThatThrownBy(() -> new Pair(HKD, HKD)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate("OPERATOR", CNY, HKD, new BigDecimal("1.146"), APRIL_9, EVENING))
                .hasMessageContaining("quoted as HKD/CNY");
    }

    /** 7.9863 / 9.1551 = 0.87233…; × 1 / 1.03; 9.1551 / 7.9863 × 1.03 = 1.18074114…; 9.1551 / 1.1685 × 1.03 = 8.06997… */
    @ParameterizedTest(name = "one {0} is {2} {1}")
    @CsvSource({
        "HKD, MOP, 1.0300000000",
        "MOP, HKD, 0.9708737864",
        "CNY, MOP, 1.1807411442",
        "MOP, CNY, 0.8469256830",
        "USD, HKD, 7.8349165597",
        "USD, CNY, 6.8346598203",
        "USD, MOP, 8.0699640565",
    })
    void everyRateDerivesFromWhatWasPublishedAndTheParity(String from, String to, String rate) {
        var found = book(List.of(april9()))
                .find(Currency.getInstance(from), Currency.getInstance(to), EVENING)
                .orElseThrow();

        assertThat(found.value()).isEqualTo(new BigDecimal(rate));
    }

    @Test
    void aCrossedPatacaNamesItsParityAmongItsRates() {
        assertThat(book(List.of(april9())).find(CNY, MOP, EVENING).orElseThrow().rateIds())
                .containsExactly("ECB:EUR/CNY:2026-04-09", "ECB:EUR/HKD:2026-04-09", "AMCM:HKD/MOP:parity");
    }

    @Test
    void theParityNeedsNoPublishedRate() {
        assertThat(book(List.of()).find(HKD, MOP, EVENING).orElseThrow().value())
                .isEqualByComparingTo("1.03");
        assertThat(book(List.of()).find(CNY, MOP, EVENING)).isEmpty();
    }

    /** An operator's own price of a pair is turned round exactly: 1 / 0.8725 = 1.146131805157593… */
    @Test
    void aPublishedPairIsUsedAsItStandsAndItsInverseDerives() {
        var rates = book(List.of(april9()));
        rates.put(new Rate("OPERATOR", HKD, CNY, new BigDecimal("0.8725"), APRIL_9, EVENING.plusSeconds(1)));

        assertThat(rates.find(HKD, CNY, EVENING.plusSeconds(1)).orElseThrow().value())
                .isEqualByComparingTo("0.8725");
        assertThat(rates.find(CNY, HKD, EVENING.plusSeconds(1)).orElseThrow().value())
                .isEqualTo(new BigDecimal("1.1461318052"));
        assertThat(rates.find(HKD, CNY, EVENING).orElseThrow().source()).isEqualTo("ECB");
        assertThat(rates.find(USD, HKD, EVENING.plusSeconds(1)).orElseThrow().source())
                .isEqualTo("ECB");
    }

    @Test
    void ofTwoSourcesAtOneTimeTheFirstInTheOrderCounts() {
        for (List<String> order : List.of(List.of("BANK", "ECB"), List.of("ECB", "BANK"))) {
            var rates = new RateBook(java.time.Duration.ofDays(5), order);
            april9().forEach(rates::put);
            rates.put(new Rate("BANK", HKD, CNY, new BigDecimal("0.87"), APRIL_9, EVENING));

            assertThat(rates.find(HKD, CNY, EVENING).orElseThrow().source()).isEqualTo(order.getFirst());
        }
    }
}
