package io.baytap.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.fx.domain.TradingDay;
import io.baytap.schemas.BankCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The holidays as they were published. */
class CalendarsTest {

    private static final BankCalendar HONG_KONG = Calendars.read(Calendars.HONG_KONG, Map.of());
    private static final BankCalendar MAINLAND = Calendars.read(Calendars.MAINLAND, Map.of());

    @ParameterizedTest(name = "{0}: Hong Kong {1}, mainland {2}")
    @CsvSource({
        "2026-04-03, false, true", // Good Friday
        "2026-04-06, false, false", // Easter Monday; Qingming
        "2026-04-07, false, true", // the day after Ching Ming and Easter
        "2026-04-09, true, true",
        "2026-05-25, false, true", // the day after Buddha's Birthday
        "2026-09-25, true, false", // Mid-Autumn on the mainland
        "2026-10-05, true, false", // the golden week
        "2026-02-14, false, false", // a working Saturday of the mainland: foreign exchange is not traded
        "2025-01-28, true, false", // New Year's Eve
        "2025-02-04, true, false",
        "2025-10-29, false, true", // the day after Chung Yeung
    })
    void aCentreIsOpenOrClosedAsItWasAnnounced(LocalDate day, boolean hongKong, boolean mainland) {
        assertThat(HONG_KONG.open(day)).isEqualTo(hongKong);
        assertThat(MAINLAND.open(day)).isEqualTo(mainland);
    }

    /** Noon in Hong Kong. */
    @ParameterizedTest(name = "a journey of {0} is paid on {1}")
    @CsvSource({
        "2026-04-02, 2026-04-08",
        "2026-02-13, 2026-02-24", // both new years
        "2026-09-30, 2026-10-08",
        "2025-01-27, 2025-02-05",
        "2025-12-24, 2025-12-29", // Christmas in Hong Kong, then a weekend
    })
    void aValueDateIsOpenInBoth(LocalDate day, LocalDate valueDate) {
        var tradingDay = new TradingDay(LocalTime.of(18, 0), BankCalendar.both(HONG_KONG, MAINLAND));

        assertThat(tradingDay.valueDate(Instant.parse(day + "T04:00:00Z"))).isEqualTo(valueDate);
    }

    @Test
    void aDeploymentMayBringAnotherYear(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("2028.csv"), "# 2028\n2028-01-26\n\n");

        assertThat(Calendars.read(Calendars.MAINLAND, Map.of(Calendars.MAINLAND, file))
                        .closed())
                .containsExactly(LocalDate.of(2028, 1, 26));
        Files.writeString(file, "2028-01-26\n26.01.2028\n");
        assertThatThrownBy(() -> Calendars.read(Calendars.MAINLAND, Map.of(Calendars.MAINLAND, file)))
                .hasMessageContaining("fx.holidays.mainland line 2");
        assertThatThrownBy(() -> Calendars.read(Calendars.MAINLAND, Map.of("macao", file)))
                .hasMessageContaining("fx.holidays.macao");
    }
}
