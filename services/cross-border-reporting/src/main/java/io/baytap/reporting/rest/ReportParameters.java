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
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request for a report says, and whether it can be answered. */
public class ReportParameters {

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
     * The question; whether there is such an operator is not looked at.
     *
     * @param lastClosed the last day that has closed: what a closed day is asked as of, unless the request says otherwise
     * @throws BadParameter naming the field
     */
    ReportQuestion question(ReportKind kind, int daysMax, Instant now, LocalDate lastClosed) {
        Map<String, String> given = given();
        DayRange days = DayParameter.range(given.get("from"), given.get("to"), daysMax);
        if (days.from().isAfter(BusinessDay.of(now))) {
            throw new BadParameter("from", "FUTURE_DAY", "nobody has travelled on " + days.from() + " yet");
        }
        String lastDay = given.get("asOf");
        LocalDate newest = lastClosed.isAfter(days.to()) ? lastClosed : days.to();
        LocalDate through = lastDay == null ? newest : DayParameter.day("asOf", lastDay);
        if (through.isBefore(days.from())) {
            throw new BadParameter("asOf", "BEFORE_FROM", "on that day nothing of the range was settled");
        }
        String period = given.get("by");
        String scheme = given.get("wallet");
        return new ReportQuestion(
                kind,
                days,
                through,
                period == null ? Period.DAY : code("by", Period.class, period),
                given.get("operator"),
                scheme == null ? null : code("wallet", WalletScheme.class, scheme));
    }

    /** Whatever it says, by the names of the parameters; a form sends fields that were left empty, too, and they are not among it. */
    public Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "from", from);
        put(given, "to", to);
        put(given, "by", by);
        put(given, "operator", operator);
        put(given, "wallet", wallet);
        put(given, "asOf", asOf);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            given.put(name, text);
        }
    }

    static <E extends Enum<E>> E code(String field, Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadParameter(
                        field, "UNKNOWN_CODE", "is none of " + Arrays.toString(type.getEnumConstants())));
    }
}
