package io.baytap.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.baytap.local.Summary;
import io.baytap.sandbox.published.Published;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The screens of a day, /line and /money: what all the days show adds up to what the summary says. */
final class DayScreens {

    private static final ZoneId LOCAL = ZoneId.of("Asia/Hong_Kong");
    private static final int RATE_DECIMALS = 6;

    /** The base is in the first currency, the quote in the second. */
    private static final Pattern LEG = Pattern.compile("deal-(...)/(...)-(.*)-(base|quote)");

    private final Summary summary;
    private final Published published;
    private final ExpectedFigures expected;

    DayScreens(Summary summary, Published published) {
        this.summary = summary;
        this.published = published;
        expected = new ExpectedFigures(summary);
    }

    void line(Visitor visitor) {
        visitor.open("/line");
        Map<String, Long> shown = new TreeMap<>();
        for (String day : visitor.days()) {
            visitor.pick(day);
            visitor.untilAllAnswer();
            add(shown, visitor.figures());
        }
        assertThat(shown).as("figures of /line").containsAllEntriesOf(expected.ofTheLine());
        visitor.pick(summary.day().toString());
    }

    void money(Visitor visitor) {
        visitor.open("/money");
        List<String> days = visitor.days();
        assertThat(days).contains(summary.day().toString());
        Map<String, Long> shown = new TreeMap<>();
        Map<String, Long> dealt = new TreeMap<>();
        for (String day : days) {
            visitor.pick(day);
            visitor.untilAllAnswer();
            Map<String, Long> figures = visitor.figures();
            rates(LocalDate.parse(day), figures);
            assertThat(starting("exposure-", figures)).as("open on " + day).isEqualTo(expected.exposures());
            starting("deal-", figures).forEach((name, minor) -> deal(dealt, name, minor));
            batches(figures);
            figures.keySet()
                    .removeIf(name -> name.startsWith("rate-")
                            || name.startsWith("exposure-")
                            || name.startsWith("deal-")
                            || name.endsWith("-gross")
                            || name.endsWith("-taken-back"));
            add(shown, figures);
        }
        assertThat(shown).as("figures of /money").isEqualTo(expected.ofMoney());
        assertThat(dealt).as("deals").isEqualTo(summary.statements().exchange().dealtMinor());
        visitor.pick(summary.day().toString());
        files(visitor);
    }

    /** What can be taken home. */
    private void files(Visitor visitor) {
        Locator links = visitor.page().locator("main .downloads a");
        assertThat(links.count()).isEqualTo(4);
        for (Locator link : links.all()) {
            String href = Objects.requireNonNull(link.getAttribute("href"));
            String file = visitor.file(href);
            if (href.endsWith(".csv")) {
                assertThat(file).as(href).contains("MTR");
            }
            if (href.endsWith(".xml")) {
                assertThat(file).as(href).contains("pain.001.001.09");
            }
        }
    }

    /** The mid rate is the last one that was published before the day ended. */
    private void rates(LocalDate day, Map<String, Long> figures) {
        BigDecimal mid = published
                .rates()
                .rate("HKD", "CNY", day.plusDays(1).atStartOfDay(LOCAL).toInstant())
                .orElseThrow();
        assertThat(figures)
                .as("rates of " + day)
                .containsEntry(
                        "rate-HKD/CNY-mid",
                        mid.setScale(RATE_DECIMALS, RoundingMode.HALF_EVEN)
                                .unscaledValue()
                                .longValueExact());
    }

    /** Each batch is what came in less what was taken back. */
    private static void batches(Map<String, Long> figures) {
        figures.forEach((name, amount) -> {
            if (name.startsWith("batch-") && name.endsWith("-amount")) {
                String batch = name.substring(0, name.length() - "-amount".length());
                assertThat(figures.getOrDefault(batch + "-gross", 0L) + figures.getOrDefault(batch + "-taken-back", 0L))
                        .as(batch)
                        .isEqualTo(amount);
            }
        });
    }

    private static void deal(Map<String, Long> dealt, String name, long minor) {
        Matcher leg = LEG.matcher(name);
        if (leg.matches()) {
            String currency = leg.group(leg.group(4).equals("base") ? 1 : 2);
            dealt.merge(currency + " " + leg.group(3), minor, Math::addExact);
        }
    }

    private static Map<String, Long> starting(String prefix, Map<String, Long> figures) {
        Map<String, Long> starting = new TreeMap<>(figures);
        starting.keySet().removeIf(name -> !name.startsWith(prefix));
        return starting;
    }

    private static void add(Map<String, Long> sums, Map<String, Long> figures) {
        figures.forEach((name, value) -> sums.merge(name, value, Math::addExact));
    }
}
