package io.baytap.fx.domain;

import static io.baytap.fx.domain.PublishedRates.AFTER_EASTER;
import static io.baytap.fx.domain.PublishedRates.APRIL_8;
import static io.baytap.fx.domain.PublishedRates.APRIL_9;
import static io.baytap.fx.domain.PublishedRates.BEFORE_EASTER;
import static io.baytap.fx.domain.PublishedRates.CNY;
import static io.baytap.fx.domain.PublishedRates.HKD;
import static io.baytap.fx.domain.PublishedRates.USD;
import static io.baytap.fx.domain.PublishedRates.april2;
import static io.baytap.fx.domain.PublishedRates.april7;
import static io.baytap.fx.domain.PublishedRates.april8;
import static io.baytap.fx.domain.PublishedRates.april9;
import static io.baytap.fx.domain.PublishedRates.book;
import static io.baytap.fx.domain.PublishedRates.publication;
import static io.baytap.fx.domain.PublishedRates.rate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateBookTest {

    @Test
    void hongKongDollarsAreCrossedIntoYuanThroughTheEuro() {
        var book = book(List.of(april9()));

        CrossRate rate = book.find(HKD, CNY, publication(APRIL_9)).orElseThrow();

        // 7.9863 / 9.1551 = 0.87233345348494282…
        assertThat(rate.value()).isEqualTo(new BigDecimal("0.8723334535"));
        assertThat(rate.rateIds()).containsExactly("ECB:EUR/HKD:2026-04-09", "ECB:EUR/CNY:2026-04-09");
        assertThat(rate.date()).isEqualTo(APRIL_9);
    }

    @Test
    void yuanAreCrossedIntoHongKongDollarsByTheSamePairTurnedRound() {
        var book = book(List.of(april9()));

        CrossRate rate = book.find(CNY, HKD, publication(APRIL_9)).orElseThrow();

        // 9.1551 / 7.9863 = 1.14635062544607640…
        assertThat(rate.value()).isEqualTo(new BigDecimal("1.1463506254"));
        assertThat(rate.rateIds()).containsExactly("ECB:EUR/CNY:2026-04-09", "ECB:EUR/HKD:2026-04-09");
    }

    @Test
    void aRateIsInForceFromItsPublicationAndNotASecondBefore() {
        var book = book(List.of(april8(), april9()));
        // 16:00 in Frankfurt is 14:00 UTC in summer.
        Instant published = Instant.parse("2026-04-09T14:00:00Z");

        assertThat(book.find(HKD, CNY, published).orElseThrow().date()).isEqualTo(APRIL_9);
        assertThat(book.find(HKD, CNY, published.minusMillis(1)).orElseThrow().date())
                .isEqualTo(APRIL_8);
    }

    @Test
    void theLastRateStandsOverEaster() {
        var book = book(List.of(april2(), april7()));

        assertThat(book.find(HKD, CNY, Instant.parse("2026-04-06T23:59:00Z"))
                        .orElseThrow()
                        .date())
                .isEqualTo(BEFORE_EASTER);
        assertThat(book.find(HKD, CNY, publication(AFTER_EASTER)).orElseThrow().date())
                .isEqualTo(AFTER_EASTER);
    }

    @Test
    void aRateIsUsedAtItsMaximumAgeAndNotBeyond() {
        var book = book(List.of(april2()));
        Instant last = publication(BEFORE_EASTER).plus(Duration.ofDays(5));

        assertThat(book.find(HKD, CNY, last)).isPresent();
        assertThat(book.find(HKD, CNY, last.plusMillis(1))).isEmpty();
    }

    @Test
    void bothLegsAreOfOneDate() {
        var book = book(List.of(april8(), List.of(rate(APRIL_9, HKD, "9.1551"))));

        CrossRate rate = book.find(HKD, CNY, publication(APRIL_9)).orElseThrow();

        assertThat(rate.rateIds()).containsExactly("ECB:EUR/HKD:2026-04-08", "ECB:EUR/CNY:2026-04-08");
    }

    @Test
    void nothingIsGuessedForACurrencyWithoutARate() {
        var book = book(List.of(List.of(rate(APRIL_9, HKD, "9.1551"), rate(APRIL_9, USD, "1.1685"))));

        assertThat(book.find(HKD, CNY, publication(APRIL_9))).isEmpty();
        assertThat(book.find(HKD, USD, publication(APRIL_9))).isPresent();
    }

    @Test
    void aRateThatIsPublishedAgainReplacesTheOneBefore() {
        var book = book(List.of(april9()));
        long before = book.version();

        book.put(rate(APRIL_9, CNY, "8.0000"));

        assertThat(book.version()).isGreaterThan(before);
        assertThat(book.size()).isEqualTo(3);
        assertThat(book.find(HKD, CNY, publication(APRIL_9)).orElseThrow().value())
                .isEqualTo(new BigDecimal("0.8738298872"));
    }

    @Test
    void theSameRateAgainChangesNothing() {
        var book = book(List.of(april9()));
        long before = book.version();

        april9().forEach(book::put);

        assertThat(book.version()).isEqualTo(before);
    }

    @Test
    void aWithdrawnRateIsNotUsed() {
        var book = book(List.of(april8(), april9()));

        book.withdraw("ECB:EUR/CNY:2026-04-09");

        assertThat(book.find(HKD, CNY, publication(APRIL_9)).orElseThrow().date())
                .isEqualTo(APRIL_8);
    }

    @Test
    void aRateOfNothingIsRefused() {
        assertThatThrownBy(() -> rate(APRIL_9, CNY, "0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rate(APRIL_9, CNY, "-7.9863")).isInstanceOf(IllegalArgumentException.class);
    }
}
