package io.baytap.reporting.page;

import io.baytap.reporting.domain.WalletScheme;
import io.baytap.reporting.domain.report.ReportKind;
import io.baytap.reporting.domain.report.ReportQuestion.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form that asks for a report, filled in as it was sent.
 *
 * @param refused the field that cannot be answered, and why, if one cannot
 */
public record ReportForm(
        List<Choice> reports, List<Choice> periods, List<Choice> wallets, Map<String, String> given, Refused refused) {

    /** An entry of a list. */
    public record Choice(String value, String label, boolean selected) {}

    /** A field and a sentence. Both are empty if nothing is refused. */
    public record Refused(String field, String why) {
        static final Refused NONE = new Refused("", "");
    }

    static ReportForm of(Shell shell, @Nullable String report, Map<String, String> given, Refused refused) {
        ReportsMessages text = shell.messages(ReportsMessages.class);
        ConsoleMessages console = shell.messages(ConsoleMessages.class);
        return new ReportForm(
                choices(ReportKind.values(), ReportKind::title, text::name, report),
                choices(Period.values(), Period::name, text::byPeriod, given.get("by")),
                choices(WalletScheme.values(), WalletScheme::name, console::wallet, given.get("wallet")),
                given,
                refused);
    }

    private static <E extends Enum<E>> List<Choice> choices(
            E[] all, Function<E, String> value, Function<E, String> label, @Nullable String asked) {
        return Arrays.stream(all)
                .map(one -> new Choice(
                        value.apply(one), label.apply(one), value.apply(one).equalsIgnoreCase(asked)))
                .toList();
    }

    /** What a field was filled in with. */
    public String text(String field) {
        return given.getOrDefault(field, "");
    }

    /** Why a field is refused; empty if it is not. */
    public String why(String field) {
        return refused.field().equals(field) ? refused.why() : "";
    }
}
