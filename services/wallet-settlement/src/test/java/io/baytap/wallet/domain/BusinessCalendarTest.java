package io.baytap.wallet.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hong Kong's Easter of 2026: Good Friday on April 3rd, Easter Monday on the 6th; Ching Ming falls on the 5th, kept on the 7th. */
class BusinessCalendarTest {

    private static final BusinessCalendar HONG_KONG = new BusinessCalendar(
            Set.of(LocalDate.parse("2026-04-03"), LocalDate.parse("2026-04-06"), LocalDate.parse("2026-04-07")));

    @ParameterizedTest(name = "{1} bank days after {0} is {2}")
    @CsvSource({
        "2026-04-08, 1, 2026-04-09",
        "2026-04-10, 1, 2026-04-13", // a Friday
        "2026-04-11, 1, 2026-04-13", // a Saturday
        "2026-04-02, 1, 2026-04-08", // over Easter
        "2026-04-02, 2, 2026-04-09",
        "2026-12-31, 1, 2027-01-01" // no holiday in this calendar
    })
    void aValueDateIsADayOnWhichBanksWork(LocalDate day, int days, LocalDate value) {
        assertThat(HONG_KONG.after(day, days)).isEqualTo(value);
    }

    @Test
    void anOperatorMayHaveACalendarOfItsOwn() {
        var dates = new ValueDates(1, HONG_KONG, Map.of("SZM", new BusinessCalendar(Set.of())));

        assertThat(dates.of("MTR", LocalDate.parse("2026-04-02"))).isEqualTo("2026-04-08");
        assertThat(dates.of("SZM", LocalDate.parse("2026-04-02"))).isEqualTo("2026-04-03");
    }

    @Test
    void nothingIsPaidBeforeItsDayIsOver() {
        assertThatThrownBy(() -> new ValueDates(0, HONG_KONG, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one day");
    }
}
