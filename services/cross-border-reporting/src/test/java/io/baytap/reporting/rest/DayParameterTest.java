package io.baytap.reporting.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayParameterTest {

    private static final int DAYS_MAX = 366;

    @ParameterizedTest(name = "{0}..{1} → {2} {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-,          2026-04-09, from, MISSING",
                "2026-04-09, -,          to,   MISSING",
                "2026-4-9,   2026-04-09, from, NOT_A_DAY",
                "2026-04-09, 2026-04-31, to,   NOT_A_DAY",
                "1999-12-31, 2026-04-09, from, OUT_OF_RANGE",
                "2026-04-09, +12026-04-09, to, OUT_OF_RANGE",
                "2026-04-09, 2026-04-08, to,   BEFORE_FROM",
                "2025-04-08, 2026-04-09, to,   RANGE_TOO_LONG"
            })
    void aBadRangeNamesTheField(@Nullable String from, @Nullable String to, String field, String reason) {
        assertThatExceptionOfType(BadParameter.class)
                .isThrownBy(() -> DayParameter.range(from, to, DAYS_MAX))
                .satisfies(bad -> assertThat(bad.field() + " " + bad.reason()).isEqualTo(field + " " + reason));
    }

    @Test
    void theLongestRangeIsTaken() {
        var range = DayParameter.range("2025-04-09", "2026-04-09", DAYS_MAX);

        assertThat(range.from()).isEqualTo(LocalDate.of(2025, 4, 9));
        assertThat(range.days()).isEqualTo(DAYS_MAX);
    }

    @Test
    void aLimitBelowOneDayStopsTheStart() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new ReportLimits(0, 1, 1))
                .withMessageContaining("reporting.range-days-max");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new ReportLimits(1, 0, 1))
                .withMessageContaining("reporting.listed-days-max");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new ReportLimits(1, 1, 0))
                .withMessageContaining("reporting.listed-breaks-max");
    }
}
