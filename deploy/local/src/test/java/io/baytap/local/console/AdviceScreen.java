package io.baytap.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.baytap.local.Summary;
import io.baytap.sandbox.published.Published;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The fare before travel is the published one, and its debit the fare at the published rate of the day. */
final class AdviceScreen {

    private static final ZoneId LOCAL = ZoneId.of("Asia/Hong_Kong");

    /**
     * A ride to ask for.
     *
     * @param from the published id of a station, and {@code fromName} its name; and {@code to} likewise
     */
    record Asked(
            String operator,
            String route,
            String from,
            String fromName,
            String to,
            String toName,
            String currency,
            String wallet,
            String walletCurrency) {}

    /** Over the border each way, so to speak: a fare in each currency, paid from a wallet in the other. */
    static final Asked HONG_KONG = new Asked(
            "MTR", "MTR:heavy-rail", "MTR:1", "Central", "MTR:3", "Tsim Sha Tsui", "HKD", "WEIXIN_PAY", "CNY");

    static final Asked SHENZHEN =
            new Asked("SZM", Published.SHENZHEN, "SZM:罗湖", "罗湖", "SZM:世界之窗", "世界之窗", "CNY", "WECHAT_PAY_HK", "HKD");

    private final Published published;
    private final LocalDateTime at;

    AdviceScreen(Summary summary, Published published) {
        this.published = published;
        at = summary.day().atTime(8, 30);
    }

    void ask(Visitor visitor, Asked asked) {
        visitor.open("/advice");
        Page page = visitor.page();
        page.getByTestId("operator").selectOption(asked.operator());
        page.getByTestId("at").fill(at.toString());
        page.getByTestId("wallet").selectOption(asked.wallet());
        submit(visitor);
        // Of an operator with one route, stops can be chosen at once.
        if (page.getByTestId("from").count() == 0) {
            page.getByTestId("route").fill(asked.route());
            submit(visitor);
        }
        page.getByTestId("from").fill(asked.fromName());
        page.getByTestId("to").fill(asked.toName());
        submit(visitor);

        long fare =
                published.stationFare(asked.route(), asked.from(), asked.to()).orElseThrow();
        long debit = published
                .rates()
                .walletMinor(
                        fare,
                        asked.currency(),
                        asked.walletCurrency(),
                        at.atZone(LOCAL).toInstant())
                .orElseThrow();
        assertThat(visitor.figures())
                .as("figures of " + asked)
                .containsEntry("fare", fare)
                .containsEntry("fare-leg", fare)
                .containsEntry("debit", debit);
    }

    private static void submit(Visitor visitor) {
        visitor.page().locator(".asks button").click();
        visitor.untilAllAnswer();
    }
}
