package io.baytap.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Reads every figure off the page in Chromium, day by day, and compares the sums with a summary. */
final class PageCheck {

    private static final Path CHROMIUM = Path.of(System.getProperty("baytap.chromium", "/usr/bin/chromium"));

    /** What the page charts or adds up beyond the summary is not compared. */
    private final Summary summary;

    PageCheck(Summary summary) {
        this.summary = summary;
    }

    void compare() {
        Map<String, Long> shown = shown();
        assertThat(shown).as("figures on the page").containsAllEntriesOf(expected());
    }

    private Map<String, Long> expected() {
        Map<String, Long> expected = new TreeMap<>();
        expected.put("taps-accepted", summary.taps().accepted());
        expected.put("taps-late", summary.taps().late());
        expected.put("taps-rejected", summary.taps().rejected());
        summary.taps().rejectedByReason().forEach((reason, taps) -> expected.put("rejected-" + reason, taps));
        expected.put("fares", summary.fares());
        expected.put("corrections", summary.corrections());
        expected.put("operators-hkd", summary.hkdMinor());
        expected.put("operators-cny", summary.cnyMinor());
        summary.riders().chargedMinor().forEach((currency, minor) -> expected.put("charged-" + lower(currency), minor));
        summary.operators().forEach(row -> {
            String id = "operator-" + row.operatorId() + "-" + row.walletScheme();
            put(expected, id, row.journeys(), row.hkdMinor(), row.cnyMinor());
        });
        summary.corridors()
                .forEach(row ->
                        put(expected, "corridor-" + row.corridor(), row.journeys(), row.hkdMinor(), row.cnyMinor()));
        summary.batches()
                .forEach(batch -> expected.merge(
                        "batch-" + batch.operatorId() + "-" + batch.currency() + "-amount",
                        batch.amountMinor(),
                        Math::addExact));
        return expected;
    }

    private static void put(Map<String, Long> expected, String id, long journeys, long hkd, long cny) {
        expected.put(id + "-count", journeys);
        expected.put(id + "-hkd", hkd);
        expected.put(id + "-cny", cny);
    }

    private Map<String, Long> shown() {
        Map<String, Long> shown = new TreeMap<>();
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
                Page page = browser.newPage()) {
            page.navigate(summary.page());
            // The development login asks who one is; the auditor sees everything.
            page.locator("button[value=ada]").click();
            List<String> days = page.getByTestId("day-picker").locator("option").allTextContents();
            assertThat(days).contains(summary.day().toString());
            for (String day : days) {
                page.navigate(summary.page() + "?day=" + day);
                add(shown, page.locator("[data-count]"), "data-count");
                add(shown, page.locator("[data-minor]"), "data-minor");
            }
        }
        return shown;
    }

    private static void add(Map<String, Long> shown, Locator figures, String attribute) {
        for (Locator figure : figures.all()) {
            shown.merge(
                    Objects.requireNonNull(figure.getAttribute("data-testid")),
                    Long.parseLong(Objects.requireNonNull(figure.getAttribute(attribute))),
                    Math::addExact);
        }
    }

    private static String lower(String currency) {
        return currency.toLowerCase(java.util.Locale.ROOT);
    }
}
