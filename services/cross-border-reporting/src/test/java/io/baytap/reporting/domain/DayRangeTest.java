package io.baytap.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayRangeTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void bothEndsCount() {
        assertThat(new DayRange(FIRST, FIRST).days()).isEqualTo(1);
        assertThat(new DayRange(FIRST, FIRST.plusDays(365)).days()).isEqualTo(366);
    }

    @Test
    void aRangeDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> new DayRange(FIRST, FIRST.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
