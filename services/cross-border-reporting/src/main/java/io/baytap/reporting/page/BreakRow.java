package io.baytap.reporting.page;

import io.baytap.reporting.domain.BreakLine;
import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.domain.WalletScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A break as it stands, or as it was told once, in the visitor's language.
 *
 * @param href where all of it is told
 * @param explanation empty for a reason without one
 * @param traceHref where its trade number is followed; null without one
 * @param resolvedHref where what resolved it is followed; null while it is open
 */
public record BreakRow(
        BreakLine told,
        String href,
        String explanation,
        String owner,
        String wallet,
        String transition,
        String toldAt,
        Figure age,
        Figure amount,
        @Nullable String traceHref,
        @Nullable String resolvedHref) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(BusinessDay.ZONE);

    /** @param day the day that its age is counted to */
    static BreakRow of(Shell shell, String testId, BreakLine told, LocalDate day) {
        ReconciliationMessages text = shell.messages(ReconciliationMessages.class);
        return new BreakRow(
                told,
                Screen.RECONCILIATION.path() + "/" + segment(told.breakId()),
                BreakWords.reason(text, told.reason()),
                BreakWords.owner(text, told.owner()),
                wallet(shell.messages(ConsoleMessages.class), told.walletScheme()),
                BreakWords.transition(text, told.transition()),
                MOMENT.format(told.toldAt()),
                Figure.count("age-" + testId, told.ageDays(day)),
                Figure.money("amount-" + testId, told.amount()),
                trace(told.tradeNumber()),
                trace(told.resolvedBy()));
    }

    public String currency() {
        return told.amount().currency().getCurrencyCode();
    }

    private static @Nullable String trace(@Nullable String id) {
        return id == null ? null : Link.href("/trace", Map.of("id", id));
    }

    private static String wallet(ConsoleMessages text, @Nullable String scheme) {
        return Arrays.stream(WalletScheme.values())
                .filter(known -> known.name().equals(scheme))
                .findFirst()
                .map(text::wallet)
                .orElse(scheme == null ? "\u2013" : scheme);
    }

    /** One segment of a path, whatever it is made of. */
    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
