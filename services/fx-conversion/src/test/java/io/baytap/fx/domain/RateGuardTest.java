package io.baytap.fx.domain;

import static io.baytap.fx.domain.PublishedRates.APRIL_9;
import static io.baytap.fx.domain.PublishedRates.CNY;
import static io.baytap.fx.domain.PublishedRates.HKD;
import static io.baytap.fx.domain.PublishedRates.USD;
import static io.baytap.fx.domain.PublishedRates.april8;
import static io.baytap.fx.domain.PublishedRates.april9;
import static io.baytap.fx.domain.PublishedRates.book;
import static io.baytap.fx.domain.PublishedRates.publication;
import static io.baytap.fx.domain.PublishedRates.rate;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.fx.domain.Sifting.Sieve;
import io.baytap.fx.ecb.EcbReferenceRates;
import io.baytap.schemas.BankCalendar;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RateGuardTest {

    private static final Instant NOW = publication(APRIL_9).plusSeconds(60);
    private static final BankCalendar WEEKDAYS = new BankCalendar("weekdays", Set.of());

    /** Every rate that the ECB published from 2024 to 2026 was true, on days when the peg was at its edges, too. */
    @Test
    void nothingThatWasPublishedInTwoYearsIsRefused() throws IOException {
        try (var table = Files.newInputStream(Path.of("../../deploy/tariffs/published/ecb-reference-rates.csv"))) {
            var read = (RateSheet.Reading.Rates)
                    new EcbReferenceRates().read(table, Instant.parse("2026-11-01T00:00:00Z"));

            Sifting sifted = sieve(book(List.of())).sift(read.rates(), NOW);

            assertThat(sifted.refused()).isEmpty();
            assertThat(sifted.accepted())
                    .containsExactlyElementsOf(read.rates().stream()
                            .sorted(Comparator.comparing(Rate::date).thenComparing(Rate::id))
                            .toList());
            assertThat(read.rates()).hasSizeGreaterThan(1_700);
        }
    }

    /** USD/CNY of April 8: 7.9948 / 1.1706 = 6.82966…; 2 % above it, times 1.1685, is 8.14007. HKD/CNY: 0.87198 × 0.98 × 9.1551 = 7.82345. */
    @ParameterizedTest(name = "EUR/CNY {0}: {1}")
    @CsvSource({
        "7.9863, ''",
        "8.1400, ''",
        "8.1402, OUTSIDE_BAND",
        "7.8235, ''",
        "7.8234, OUTSIDE_BAND",
        "79.863, OUTSIDE_BAND"
    })
    void theYuanMovesByTwoPercentADay(String cny, String reason) {
        List<Rate> day = List.of(rate(APRIL_9, CNY, cny), rate(APRIL_9, HKD, "9.1551"), rate(APRIL_9, USD, "1.1685"));

        Sifting sifted = sieve(book(List.of(april8()))).sift(day, NOW);

        assertReason(sifted, reason);
    }

    /** Two days after the last accepted, twice the band: 6.82966 × 1.04 × 1.1685 = 8.29968… */
    @ParameterizedTest(name = "EUR/CNY {0}: {1}")
    @CsvSource({"8.2990, ''", "8.3010, OUTSIDE_BAND"})
    void theBandGrowsWithTheBusinessDaysInBetween(String cny, String reason) {
        LocalDate april10 = APRIL_9.plusDays(1);
        List<Rate> day = List.of(rate(april10, CNY, cny), rate(april10, HKD, "9.1551"), rate(april10, USD, "1.1685"));

        Sifting sifted = sieve(book(List.of(april8()))).sift(day, publication(april10));

        assertReason(sifted, reason);
    }

    /** 1.1685 × 7.75 = 9.055875, × 7.85 = 9.172725: published with four decimals it may be 9.0558 and 9.1729. */
    @ParameterizedTest(name = "EUR/HKD {0}: {1}")
    @CsvSource({
        "9.0559, ''",
        "9.0555, ''",
        "9.0550, OUTSIDE_ZONE",
        "9.1727, ''",
        "9.1731, ''",
        "9.1736, OUTSIDE_ZONE",
        "91.551, OUTSIDE_ZONE"
    })
    void theHongKongDollarStaysInItsZone(String hkd, String reason) {
        List<Rate> day = List.of(rate(APRIL_9, CNY, "7.9863"), rate(APRIL_9, HKD, hkd), rate(APRIL_9, USD, "1.1685"));

        Sifting sifted = sieve(book(List.of())).sift(day, NOW);

        assertReason(sifted, reason);
    }

    @Test
    void theNextDayIsMeasuredAgainstTheLastAcceptedNotAgainstTheRefused() {
        LocalDate april10 = APRIL_9.plusDays(1);
        List<Rate> table = List.of(
                rate(APRIL_9, CNY, "9.9863"),
                rate(APRIL_9, HKD, "9.1551"),
                rate(APRIL_9, USD, "1.1685"),
                rate(april10, CNY, "7.9967"),
                rate(april10, HKD, "9.1729"),
                rate(april10, USD, "1.1711"));

        Sifting sifted = sieve(book(List.of(april8()))).sift(table, publication(april10));

        assertThat(sifted.accepted())
                .extracting(Rate::date)
                .containsOnly(april10)
                .hasSize(3);
        assertThat(sifted.refused())
                .extracting(each -> each.rate().date())
                .containsOnly(APRIL_9)
                .hasSize(3);
        assertThat(sifted.refused().getFirst().reason().detail()).contains("2026-04-08", "USD/CNY", "200 basis points");
    }

    @Test
    void anOperatorsPairIsMeasuredAgainstWhatTheEcbPublished() {
        var rates = book(List.of(april9()));

        assertReason(sieve(rates).sift(List.of(operator("0.8725")), NOW), "");
        assertReason(sieve(rates).sift(List.of(operator("0.9100")), NOW), "OUTSIDE_BAND");
        // The inverse, typed by mistake.
        assertReason(sieve(rates).sift(List.of(operator("1.1463")), NOW), "OUTSIDE_BAND");
    }

    @Test
    void aSourceThatDeliversOldRatesIsRefused() {
        var max = Duration.ofDays(5);

        assertReason(
                sieve(book(List.of()))
                        .siftPresent(april9(), publication(APRIL_9).plus(max), max),
                "");
        assertReason(
                sieve(book(List.of()))
                        .siftPresent(april9(), publication(APRIL_9).plus(max).plusSeconds(1), max),
                "TOO_OLD");
    }

    @Test
    void theSameRefusalAgainIsTheSameEvent() {
        var sieve = sieve(book(List.of(april8())));
        List<Rate> day = List.of(rate(APRIL_9, CNY, "9"), rate(APRIL_9, HKD, "9.1551"), rate(APRIL_9, USD, "1.1685"));

        assertThat(sieve.sift(day, NOW).refused())
                .extracting(RefusedRate::id)
                .containsExactlyElementsOf(sieve.sift(day, NOW.plusSeconds(600)).refused().stream()
                        .map(RefusedRate::id)
                        .toList())
                .contains("refusal:ECB:EUR/CNY:2026-04-09:9:OUTSIDE_BAND");
    }

    /** A finger that slips by a tenth or more in one figure of a day never gets through. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSlippedFigureIsAlwaysRefused(long seed) {
        var random = new SplittableRandom(seed);
        BigDecimal slip =
                BigDecimal.valueOf(random.nextBoolean() ? random.nextInt(1, 90) : random.nextInt(111, 2_000), 2);
        int which = random.nextInt(3);
        List<Rate> day = new ArrayList<>(april9());
        Rate genuine = day.get(which);
        day.set(
                which,
                rate(APRIL_9, genuine.quote(), genuine.value().multiply(slip).toPlainString()));

        Sifting sifted = sieve(book(List.of(april8()))).sift(day, NOW);

        assertThat(sifted.accepted()).isEmpty();
        assertThat(sifted.refused()).hasSize(3);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 2_000);
    }

    private static Rate operator(String value) {
        return new Rate("OPERATOR", HKD, CNY, new BigDecimal(value), APRIL_9, NOW);
    }

    private static Sieve sieve(RateBook rates) {
        return new Sieve(new RateGuard(WEEKDAYS, 200), rates);
    }

    private static void assertReason(Sifting sifted, String reason) {
        if (reason.isEmpty()) {
            assertThat(sifted.refused()).isEmpty();
            assertThat(sifted.accepted()).isNotEmpty();
        } else {
            assertThat(sifted.accepted()).isEmpty();
            assertThat(sifted.refused())
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(each.reason().code()).isEqualTo(reason));
        }
    }
}
