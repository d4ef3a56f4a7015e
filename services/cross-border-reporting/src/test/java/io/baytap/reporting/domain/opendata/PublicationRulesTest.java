package io.baytap.reporting.domain.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.reporting.domain.BusinessDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationRulesTest {

    /** The day ends in Hong Kong at 16:00 UTC. */
    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource({
        "2026-04-12T15:59:59.999999Z, 72h, 2026-04-08",
        "2026-04-12T16:00:00Z, 72h, 2026-04-09",
        "2026-04-09T16:00:00Z, 0h, 2026-04-09"
    })
    void aDayIsDueWhenItHasSettled(Instant now, String settle, String newest) {
        var rules = new PublicationRules(10, Duration.parse("PT" + settle), PeriodLength.DAY);

        assertThat(rules.due(now)).hasSize(31);
        assertThat(rules.due(now).getLast().title()).isEqualTo(newest);
    }

    @Test
    void aMonthIsDueWhenItsLastDayHasSettled() {
        var rules = new PublicationRules(10, Duration.ofDays(3), PeriodLength.MONTH);

        assertThat(rules.due(Instant.parse("2026-05-03T15:59:59Z")))
                .extracting(PublicationPeriod::title)
                .containsExactly("2026-03");
        assertThat(rules.due(Instant.parse("2026-05-03T16:00:00Z")))
                .extracting(PublicationPeriod::title)
                .containsExactly("2026-03", "2026-04");
    }

    @ParameterizedTest
    @CsvSource({"DAY, 0", "DAY, 744", "MONTH, 0", "MONTH, 744"})
    void noPublicationNeedsAJourneyThatIsNotKeptAnyMore(PeriodLength length, long settleHours) {
        var rules = new PublicationRules(10, Duration.ofHours(settleHours), length);
        LocalDate first = LocalDate.of(2024, 1, 1);

        assertThat(first.datesUntil(first.plusYears(4)))
                .allSatisfy(today -> assertThat(
                                rules.due(today.atStartOfDay(BusinessDay.ZONE).toInstant()))
                        .allSatisfy(period -> assertThat(period.first())
                                .isAfterOrEqualTo(today.minusDays(PublicationRules.DAYS_NEEDED_MAX))));
    }

    @ParameterizedTest
    @CsvSource({"2, 72", "1001, 72", "10, -1", "10, 745"})
    void settingsThatCannotBeMeantStopTheStart(int threshold, long settleHours) {
        assertThatThrownBy(() -> new PublicationRules(threshold, Duration.ofHours(settleHours), PeriodLength.DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reporting.open-data.");
    }
}
