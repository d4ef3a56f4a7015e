package io.baytap.reporting.rest;

import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.domain.DayRange;
import io.baytap.reporting.domain.WalletScheme;
import io.baytap.reporting.domain.report.ReportKind;
import io.baytap.reporting.domain.report.ReportQuestion;
import io.baytap.reporting.domain.report.ReportQuestion.Period;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request for a report says, and whether it can be answered. */
public class ReportParameters {

    private static final Pattern OPERATOR = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("asOf")
    @Nullable
    String asOf;

    @QueryParam("by")
    @Nullable
    String by;

    @QueryParam("operator")
    @Nullable
    String operator;

    @QueryParam("wallet")
    @Nullable
    String wallet;

    /**
     * The question.
     *
     * @param lastClosed the last day that has closed: what a closed day is asked as of, unless the request says otherwise
     * @throws BadParameter naming the field
     */
    ReportQuestion question(ReportKind kind, int daysMax, Instant now, LocalDate lastClosed) {
        DayRange days = DayParameter.range(from, to, daysMax);
        if (days.from().isAfter(BusinessDay.of(now))) {
            throw new BadParameter("from", "FUTURE_DAY", "nobody has travelled on " + days.from() + " yet");
        }
        LocalDate newest = lastClosed.isAfter(days.to()) ? lastClosed : days.to();
        LocalDate through = asOf == null ? newest : DayParameter.day("asOf", asOf);
        if (through.isBefore(days.from())) {
            throw new BadParameter("asOf", "BEFORE_FROM", "on that day nothing of the range was settled");
        }
        if (operator != null && !OPERATOR.matcher(operator).matches()) {
            throw new BadParameter("operator", "UNKNOWN_CODE", "no operator has such an id");
        }
        return new ReportQuestion(
                kind,
                days,
                through,
                by == null ? Period.DAY : code("by", Period.class, by),
                operator,
                wallet == null ? null : code("wallet", WalletScheme.class, wallet));
    }

    private static <E extends Enum<E>> E code(String field, Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadParameter(
                        field, "UNKNOWN_CODE", "is none of " + Arrays.toString(type.getEnumConstants())));
    }
}
