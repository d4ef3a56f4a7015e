package io.baytap.fx.domain;

import static io.baytap.fx.domain.PublishedRates.CNY;
import static io.baytap.fx.domain.PublishedRates.HKD;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Limits: 100.00 HKD; CNY has none. */
class OpenCurrencyTest {

    private static final Currency MOP = Currency.getInstance("MOP");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-04-10");
    private static final ExposureLimits LIMITS = new ExposureLimits(Map.of(HKD, new Money(10_000, HKD)));

    @Test
    void aCurrencyIsAddedUpOverItsPairsPerValueDate() {
        List<OpenCurrency> open = OpenCurrency.of(
                List.of(
                        exposure("HKD/CNY", FRIDAY, -6_000, 5_232),
                        exposure("HKD/MOP", FRIDAY, -5_000, 5_150),
                        exposure("HKD/CNY", FRIDAY.plusDays(3), -100, 87)),
                LIMITS);

        assertThat(open)
                .extracting(each -> each.valueDate() + " " + each.amount() + " " + each.alarm())
                .containsExactly(
                        line(FRIDAY, 5_232, CNY, false),
                        line(FRIDAY, -11_000, HKD, true), // each pair is within the limit, both together are not
                        line(FRIDAY, 5_150, MOP, false),
                        line(FRIDAY.plusDays(3), 87, CNY, false),
                        line(FRIDAY.plusDays(3), -100, HKD, false));
        assertThat(open.get(1).parts())
                .extracting(part -> part.amount().minor())
                .containsExactly(-6_000L, -5_000L);
        assertThat(open.get(0).limit()).isNull();
    }

    /** Two pairs offset each other; each alone must still be dealt. */
    @Test
    void onePairBeyondTheLimitIsAnAlarmThoughTheSumIsWithinIt() {
        List<OpenCurrency> open = OpenCurrency.of(
                List.of(exposure("HKD/CNY", FRIDAY, -10_001, 8_725), exposure("HKD/MOP", FRIDAY, 10_000, -10_300)),
                LIMITS);

        assertThat(open)
                .filteredOn(each -> each.currency().equals(HKD))
                .singleElement()
                .satisfies(hkd -> {
                    assertThat(hkd.amount()).isEqualTo(new Money(-1, HKD));
                    assertThat(hkd.alarm()).isTrue();
                });
    }

    @Test
    void atTheLimitIsWithinIt() {
        assertThat(OpenCurrency.of(List.of(exposure("HKD/CNY", FRIDAY, -10_000, 8_724)), LIMITS))
                .noneMatch(OpenCurrency::alarm);
    }

    private static String line(LocalDate date, long minor, Currency currency, boolean alarm) {
        return date + " " + new Money(minor, currency) + " " + alarm;
    }

    private static Exposure exposure(String pair, LocalDate date, long base, long quote) {
        Pair of = Pair.of(pair);
        return new Exposure(of, date, new Money(base, of.base()), new Money(quote, of.quote()), 1);
    }
}
