package io.baytap.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An auditor, who may see everything, walks the console in one language, by its own links and forms. */
final class Visitor {

    /** Every figure: its name, its exact value, and the digits that people read. Rates are read to a tenth; words without a digit say that there is none. */
    private static final String FIGURES = """
            () => [...document.querySelectorAll('main .figure')].map(({ dataset, textContent }) => {
              const exact = dataset.count ?? dataset.minor ?? dataset.seconds ?? dataset.millionths ?? String(Math.round(dataset.thousandths / 100));
              const digits = textContent.replace(/[^0-9]/g, '') || (textContent.trim() && '0');
              const read = (/[-\u2212]/.test(textContent) ? '-' : '') + digits;
              return [dataset.testid, exact, dataset.seconds === undefined ? read : exact];
            })""";

    private static final int TRIES_MAX = 10;

    private final String home;
    private final String language;
    private final Page page;
    private final Complaints complaints;

    /** Logs in, and chooses the language. */
    Visitor(BrowserContext browser, String home, String language) {
        this.home = home;
        this.language = language;
        page = browser.newPage();
        page.navigate(home);
        page.locator("button[value=ada]").click();
        page.waitForURL(url -> url.startsWith(home));
        complaints = new Complaints(browser, home);
        page.locator("nav.languages a[lang=" + language + "]").click();
    }

    Page page() {
        return page;
    }

    String language() {
        return language;
    }

    /** What the browser complained of so far. */
    List<String> complaints() {
        return complaints.heard();
    }

    /** Goes to a screen by the navigation. */
    void open(String path) {
        page.locator("nav.screens a[href='" + path + "']").click();
        assertThat(page.url()).startsWith(home + path.substring(1));
        assertThat(page.locator("nav.screens [aria-current=page]").getAttribute("href"))
                .isEqualTo(path);
    }

    /** The days that can be picked. */
    List<String> days() {
        return page.getByTestId("day-picker").locator("option").allTextContents();
    }

    /** Picks a day; without scripts a button has to be pressed as well. */
    void pick(String day) {
        if (day.equals(page.getByTestId("day").getAttribute("data-day"))) {
            return;
        }
        page.getByTestId("day-picker").selectOption(day);
        Locator show = page.locator(".picker button");
        if (show.isVisible()) {
            show.click();
        }
        page.waitForURL(url -> url.contains("day=" + day));
    }

    /** Where a service did not answer in time, the screen says so and to try again soon. */
    void untilAllAnswer() {
        Locator away = page.locator("[data-testid$=-unavailable]");
        for (int tries = 0; tries < TRIES_MAX && away.count() > 0; tries++) {
            page.reload();
        }
        assertThat(away.allTextContents())
                .as("what is not shown of " + page.url())
                .isEmpty();
    }

    /** What is behind a link, as that visitor gets it. */
    String file(String href) {
        APIResponse answer =
                page.request().get(URI.create(page.url()).resolve(href).toString());
        assertThat(answer.status()).as(href).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Every figure of the page by its test id, those of one id added up; what people read has the same digits. */
    Map<String, Long> figures() {
        Map<String, Long> figures = new TreeMap<>();
        for (Object each : (List<?>) page.evaluate(FIGURES)) {
            List<?> figure = (List<?>) each;
            String name = (String) figure.get(0);
            long value = Long.parseLong((String) figure.get(1));
            assertThat(Long.parseLong((String) figure.get(2)))
                    .as("%s as people read it", name)
                    .isEqualTo(value);
            figures.merge(name, value, Math::addExact);
        }
        return figures;
    }
}
