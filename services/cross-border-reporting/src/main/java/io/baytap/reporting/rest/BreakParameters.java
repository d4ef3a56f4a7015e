package io.baytap.reporting.rest;

import io.baytap.reporting.domain.WalletScheme;
import io.baytap.reporting.domain.breaks.AgeClass;
import io.baytap.reporting.domain.breaks.BreakQuestion;
import io.baytap.reporting.domain.breaks.BreakQuestion.State;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which breaks a request asks for. */
public class BreakParameters {

    /** Reasons and owners that were not known when this was written may come. */
    private static final Pattern CODE = Pattern.compile("[A-Z_]{1,40}");

    private static final Pattern DAYS = Pattern.compile("[0-9]{1,5}");

    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("reason")
    @Nullable
    String reason;

    @QueryParam("owner")
    @Nullable
    String owner;

    @QueryParam("wallet")
    @Nullable
    String wallet;

    @QueryParam("age")
    @Nullable
    String age;

    @QueryParam("minAgeDays")
    @Nullable
    String minAgeDays;

    /**
     * The question.
     *
     * @param day the day that ages are counted to
     * @throws BadParameter naming the field
     */
    public BreakQuestion question(LocalDate day) {
        AgeClass ages = age == null ? null : ReportParameters.code("age", AgeClass.class, age);
        int min = minAgeDays == null ? 0 : days(minAgeDays);
        return new BreakQuestion(
                state == null ? State.OPEN : ReportParameters.code("state", State.class, state),
                day,
                reason == null ? null : code("reason", reason),
                owner == null ? null : code("owner", owner),
                wallet == null ? null : ReportParameters.code("wallet", WalletScheme.class, wallet),
                ages == null ? min : Math.max(min, ages.min()),
                ages == null ? Integer.MAX_VALUE : ages.max());
    }

    private static String code(String field, String text) {
        if (!CODE.matcher(text).matches()) {
            throw new BadParameter(field, "UNKNOWN_CODE", "a code is of capital letters, such as MISSING_AT_BANK");
        }
        return text;
    }

    private static int days(String text) {
        if (!DAYS.matcher(text).matches()) {
            throw new BadParameter("minAgeDays", "NOT_A_NUMBER", "give whole days, 0 to 99999");
        }
        return Integer.parseInt(text);
    }
}
