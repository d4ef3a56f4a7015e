package io.baytap.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts and sums that the published tables have to keep. */
class BankCalendarsTest {

    private static final BankCalendar HONG_KONG = BankCalendars.published(BankCalendars.HONG_KONG);
    private static final BankCalendar MAINLAND = BankCalendars.published(BankCalendars.MAINLAND);

    /** The law names 17 general holidays a year beside Sundays; one that falls on a Sunday is made good on a weekday. */
    @Test
    void hongKongHasSeventeenHolidaysAYear() {
        for (int year : List.of(2025, 2026, 2027)) {
            assertThat(HONG_KONG.closed().stream()
                            .filter(day -> day.getYear() == year)
                            .toList())
                    .as("%d", year)
                    .hasSize(17)
                    .noneMatch(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY);
        }
    }

    /** As announced: 1+8+3+5+3+8 days in 2025, five of them worked for; 3+9+3+5+3+3+7 in 2026, six worked for. */
    @Test
    void theMainlandHasTheDaysThatWereAnnounced() {
        assertThat(inYear(MAINLAND, 2025)).isEqualTo(28);
        assertThat(inYear(MAINLAND, 2026)).isEqualTo(33);
        assertThat(MAINLAND.working().stream().filter(day -> day.getYear() == 2025))
                .hasSize(5);
        assertThat(MAINLAND.working().stream().filter(day -> day.getYear() == 2026))
                .hasSize(6);
        assertThat(MAINLAND.working())
                .allMatch(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY)
                .noneMatch(MAINLAND.closed()::contains);
    }

    @Test
    void whatIsKnownOfAYearIsItsHolidays() {
        assertThat(HONG_KONG.years()).containsExactlyInAnyOrder(2025, 2026, 2027);
        assertThat(MAINLAND.covers(LocalDate.parse("2026-12-31"))).isTrue();
        assertThat(MAINLAND.covers(LocalDate.parse("2027-01-01"))).isFalse();
        assertThat(BankCalendar.both(HONG_KONG, MAINLAND).covers(LocalDate.parse("2027-01-01")))
                .as("one of the two is not known")
                .isFalse();
    }

    @Test
    void openInBothIsOpenInEach() {
        BankCalendar both = BankCalendar.both(HONG_KONG, MAINLAND);

        LocalDate.parse("2025-01-01")
                .datesUntil(LocalDate.parse("2027-01-01"))
                .forEach(day ->
                        assertThat(both.open(day)).as("%s", day).isEqualTo(HONG_KONG.open(day) && MAINLAND.open(day)));
        // A weekend that only the mainland works on.
        assertThat(both.open(LocalDate.parse("2026-02-28"))).isFalse();
    }

    @Test
    void aDeploymentMayBringAnotherCentre(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("macao.csv"), "# made up\n2027-12-20\n2027-12-19 working\n");

        BankCalendar macao = BankCalendars.read("macao", Map.of("macao", file), "holidays.");

        assertThat(macao.after(LocalDate.parse("2027-12-17"), 1)).isEqualTo("2027-12-19");
        assertThat(macao.after(LocalDate.parse("2027-12-17"), 2)).isEqualTo("2027-12-21");
        assertThatThrownBy(() -> BankCalendars.read("macao", Map.of(), "holidays."))
                .hasMessage("holidays.macao is not set, and there is no such calendar in this build");
        Files.writeString(file, "2027-12-20\n2027-12-19 worked\n");
        assertThatThrownBy(() -> BankCalendars.read("macao", Map.of("macao", file), "holidays."))
                .hasMessage("holidays.macao line 2 is no date like 2026-10-01: 2027-12-19 worked");
    }

    private static long inYear(BankCalendar calendar, int year) {
        return calendar.closed().stream().filter(day -> day.getYear() == year).count();
    }
}
