package io.baytap.reporting.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.baytap.reporting.domain.report.DueReport.Ended;
import io.baytap.reporting.domain.report.ReportQuestion.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueReportsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 6);

    @ParameterizedTest(name = "{0} around {1}: {2}, {3} to {4}")
    @CsvSource({
        "DAY,     2026-04-09, 2026-04-09, 2026-04-09, 2026-04-09",
        "MONTH,   2024-02-29, 2024-02,    2024-02-01, 2024-02-29",
        "MONTH,   2026-12-31, 2026-12,    2026-12-01, 2026-12-31",
        "QUARTER, 2026-06-30, 2026-Q2,    2026-04-01, 2026-06-30",
        "QUARTER, 2026-10-01, 2026-Q4,    2026-10-01, 2026-12-31",
        "YEAR,    2026-01-01, 2026,       2026-01-01, 2026-12-31"
    })
    void aPeriodIsWhole(Period by, LocalDate day, String title, LocalDate from, LocalDate to) {
        assertThat(by.title(day)).isEqualTo(title);
        assertThat(by.around(day).from()).isEqualTo(from);
        assertThat(by.around(day).to()).isEqualTo(to);
    }

    @Test
    void onlyPeriodsThatHaveEndedAreDueTheEarliestFirst() {
        DueReports due = new DueReports(
                List.of(
                        new DueReport(ReportKind.STATEMENT, Period.MONTH, 10, LocalDate.of(2026, 2, 15)),
                        new DueReport(ReportKind.REFUNDS, Period.QUARTER, 5, LocalDate.of(2026, 1, 1))),
                new Kept());

        assertThat(due.open(TODAY))
                .extracting(Ended::kind, Ended::title, Ended::due, ended -> ended.daysLeft(TODAY))
                .containsExactly(
                        tuple(ReportKind.STATEMENT, "2026-02", LocalDate.of(2026, 3, 10), -57L),
                        tuple(ReportKind.REFUNDS, "2026-Q1", LocalDate.of(2026, 4, 5), -31L),
                        tuple(ReportKind.STATEMENT, "2026-03", LocalDate.of(2026, 4, 10), -26L),
                        tuple(ReportKind.STATEMENT, "2026-04", LocalDate.of(2026, 5, 10), 4L));
    }

    @Test
    void aPeriodEndsWithItsLastDay() {
        DueReports due = new DueReports(
                List.of(new DueReport(ReportKind.STATEMENT, Period.MONTH, 0, LocalDate.of(2026, 4, 1))), new Kept());

        assertThat(due.open(LocalDate.of(2026, 4, 30))).isEmpty();
        assertThat(due.open(LocalDate.of(2026, 5, 1)))
                .singleElement()
                .satisfies(ended ->
                        assertThat(ended.daysLeft(LocalDate.of(2026, 5, 1))).isEqualTo(-1));
        assertThat(due.find("statement", "2026-04", LocalDate.of(2026, 4, 30))).isEmpty();
        assertThat(due.find("statement", "2026-04", LocalDate.of(2026, 5, 1))).isPresent();
        assertThat(due.find("refunds", "2026-04", LocalDate.of(2026, 5, 1))).isEmpty();
    }

    @Test
    void whatWasHandedInIsDueNoMore() {
        Kept kept = new Kept();
        DueReports due = new DueReports(
                List.of(new DueReport(ReportKind.STATEMENT, Period.MONTH, 10, LocalDate.of(2026, 3, 1))), kept);

        kept.add(new HandedIn("statement", "2026-03", TODAY, Instant.EPOCH, null));
        kept.add(new HandedIn("refunds", "2026-04", TODAY, Instant.EPOCH, null));

        assertThat(due.open(TODAY)).extracting(Ended::title).containsExactly("2026-04");
    }

    @ParameterizedTest
    @CsvSource({"-1", "3661"})
    void aLimitThatIsNoneStopsTheStart(int days) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new DueReport(ReportKind.STATEMENT, Period.MONTH, days, TODAY))
                .withMessageContaining("reporting.due.statement.days");
    }

    /** Keeps in memory. */
    private static final class Kept implements HandedInReports {
        private final List<HandedIn> all = new ArrayList<>();

        @Override
        public List<HandedIn> all() {
            return List.copyOf(all);
        }

        @Override
        public void add(HandedIn report) {
            all.add(report);
        }
    }
}
