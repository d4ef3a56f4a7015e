package io.baytap.wallet.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.schemas.BankCalendar;
import io.baytap.schemas.BankCalendars;
import io.baytap.schemas.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holidays of 2026 and 2027 as they were published. */
class ValueDatesTest {

    private static final BankCalendar HONG_KONG = BankCalendars.published(BankCalendars.HONG_KONG);
    private static final BankCalendar MAINLAND = BankCalendars.published(BankCalendars.MAINLAND);
    private static final ValueDates DATES = dates(MAINLAND);

    @ParameterizedTest(name = "HKD of {0}, T+{1}: {2}")
    @CsvSource({
        "2026-04-08, 1, 2026-04-09",
        "2026-04-10, 1, 2026-04-13", // a Friday
        "2026-04-11, 1, 2026-04-13", // a Saturday
        "2026-04-02, 1, 2026-04-08", // Good Friday, a weekend, Easter Monday, the day after Ching Ming
        "2026-04-02, 2, 2026-04-09",
        "2026-02-16, 1, 2026-02-20", // Lunar New Year: three days
        "2026-09-25, 1, 2026-09-28", // the day after Mid-Autumn is a Saturday
        "2026-09-30, 1, 2026-10-02", // National Day: one day here
        "2026-10-16, 1, 2026-10-20", // a weekend, the day after Chung Yeung
        "2026-12-24, 1, 2026-12-28",
        "2026-12-31, 1, 2027-01-04", // New Year's Day is a Friday
        "2027-02-05, 1, 2027-02-10" // Lunar New Year on a Saturday, so Monday and Tuesday
    })
    void hongKongDollarsAreDueWhenBanksInHongKongWork(LocalDate day, int days, LocalDate value) {
        var dates = new ValueDates(days, Map.of("HKD", HONG_KONG, "CNY", MAINLAND), Map.of());

        assertThat(dates.of("MTR", "HKD", day)).isEqualTo(value);
    }

    @ParameterizedTest(name = "CNY of {0}: {1}")
    @CsvSource({
        "2026-01-03, 2026-01-04", // a Sunday worked for the 2nd
        "2026-02-13, 2026-02-14", // a Saturday worked for the new year
        "2026-02-14, 2026-02-24", // nine days
        "2026-02-27, 2026-02-28", // a Saturday worked
        "2026-03-06, 2026-03-09", // a weekend like any other
        "2026-04-03, 2026-04-07", // Qingming ends a day before Hong Kong's
        "2026-09-18, 2026-09-20", // Saturday off, Sunday worked
        "2026-09-30, 2026-10-08", // the golden week
        "2026-10-09, 2026-10-10", // a Saturday worked
        "2026-12-30, 2026-12-31"
    })
    void renminbiIsDueWhenBanksOnTheMainlandWork(LocalDate day, LocalDate value) {
        assertThat(DATES.of("SZM", "CNY", day)).isEqualTo(value);
    }

    @Test
    void whoDoesNotBelieveInWorkingWeekendsWaitsForTheWeek() {
        assertThat(dates(MAINLAND.weekendsClosed()).of("SZM", "CNY", LocalDate.parse("2026-02-13")))
                .isEqualTo("2026-02-24");
    }

    @Test
    void anOperatorMayHaveACalendarOfItsOwn() {
        var dates = new ValueDates(1, Map.of("HKD", HONG_KONG), Map.of("LMC", MAINLAND));

        assertThat(dates.of("LMC", "HKD", LocalDate.parse("2026-09-30"))).isEqualTo("2026-10-08");
    }

    /** The mainland's holidays of 2027 are not in the build: Friday, January 1st, would look like a day to pay on. */
    @Test
    void aYearThatIsNotKnownIsNamedAndWhenItIsTheDayIsMoved() {
        Batch batch = batch("SZM", "CNY", DATES.of("SZM", "CNY", LocalDate.parse("2026-12-31")));

        assertThat(batch.valueDate()).isEqualTo("2027-01-01");
        assertThat(DATES.uncovered(List.of(batch))).containsExactly("mainland 2027");

        Set<LocalDate> closed = new HashSet<>(MAINLAND.closed());
        closed.add(LocalDate.parse("2027-01-01"));
        ValueDates known = dates(new BankCalendar("mainland", closed, MAINLAND.working()));
        assertThat(known.uncovered(List.of(batch))).isEmpty();
        assertThat(known.execution(batch)).isEqualTo("2027-01-04");
    }

    @Test
    void aDayMovedOutOfTheLastKnownYearIsNotKnownEither() {
        var endsOnAHoliday = new BankCalendar("macao", Set.of(LocalDate.parse("2026-12-31")));
        var dates = new ValueDates(1, Map.of("MOP", endsOnAHoliday), Map.of());

        assertThat(dates.uncovered(List.of(batch("TRM", "MOP", LocalDate.parse("2026-12-31")))))
                .containsExactly("macao 2027");
    }

    @Test
    void aCurrencyWithoutACalendarIsNeverCovered() {
        assertThat(DATES.uncovered(List.of(batch("TRM", "MOP", LocalDate.parse("2026-04-10")))))
                .containsExactly("MOP 2026");
    }

    @Test
    void whatIsKnownIsCountedInDays() {
        assertThat(DATES.daysLeft(LocalDate.parse("2026-12-30"))).isEqualTo(Map.of("hong-kong", 367L, "mainland", 2L));
        assertThat(DATES.daysLeft(LocalDate.parse("2028-01-01"))).isEqualTo(Map.of("hong-kong", 0L, "mainland", 0L));
    }

    @Test
    void nothingIsPaidBeforeItsDayIsOver() {
        assertThatThrownBy(() -> new ValueDates(0, Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one day");
    }

    private static ValueDates dates(BankCalendar mainland) {
        return new ValueDates(1, Map.of("HKD", HONG_KONG, "CNY", mainland), Map.of());
    }

    private static Batch batch(String operator, String currency, LocalDate value) {
        return new Batch(
                operator,
                value.minusDays(1),
                1,
                new Position(Money.of(700, currency), Money.of(0, currency)),
                value,
                Instant.parse("2026-12-31T20:00:00Z"));
    }
}
