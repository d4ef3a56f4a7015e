package io.baytap.local.console;

import com.microsoft.playwright.BrowserContext;
import io.baytap.local.Summary;
import io.baytap.sandbox.published.Published;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;

/** Walks every screen of the console in every language, and once more without scripts, and compares the figures with a summary. */
public final class ConsoleWalk {

    private static final List<String> LANGUAGES = List.of("en", "zh-Hant", "zh-Hans");
    private static final int SPREAD_BASIS_POINTS = 50;

    private final Summary summary;
    private final PageRules rules;
    private final DayScreens days;
    private final ReconciliationScreen reconciliation;
    private final TraceScreen trace;
    private final AdviceScreen advice;
    private final ReportsScreen reports;
    private final SoftAssertions wrong = new SoftAssertions();

    /**
     * Of a line that runs still.
     *
     * @param published tables of published figures
     * @param pictures where to put what was seen
     */
    public ConsoleWalk(Summary summary, Path published, Path pictures) {
        this.summary = summary;
        var figures = Published.read(published, SPREAD_BASIS_POINTS);
        rules = new PageRules(pictures);
        days = new DayScreens(summary, figures);
        reconciliation = new ReconciliationScreen(summary);
        trace = new TraceScreen(summary);
        advice = new AdviceScreen(summary, figures);
        reports = new ReportsScreen(summary);
    }

    /** Walks, and fails with all that is wrong. */
    public void walk() {
        try (Chromium chromium = new Chromium()) {
            for (String language : LANGUAGES) {
                walk(chromium, language, true);
            }
            walk(chromium, "en", false);
        }
        wrong.assertAll();
    }

    private void walk(Chromium chromium, String language, boolean scripts) {
        try (BrowserContext browser = chromium.someone(scripts)) {
            var visitor = new Visitor(browser, summary.page(), language);
            // Without scripts there is nothing to draw, and nothing to be judged by one.
            Consumer<String> look =
                    scripts ? name -> wrong.check(() -> rules.holdFor(visitor.page(), name, language)) : _ -> {};
            wrong.check(() -> days.line(visitor));
            look.accept("line");
            wrong.check(() -> days.money(visitor));
            look.accept("money");
            wrong.check(() -> reconciliation.screen(visitor));
            look.accept("reconciliation");
            wrong.check(() -> reconciliation.story(visitor));
            look.accept("break");
            trace(visitor, look, scripts ? LANGUAGES.indexOf(language) : LANGUAGES.size());
            visitor.open("/advice");
            look.accept("advice");
            wrong.check(() -> advice.ask(visitor, AdviceScreen.HONG_KONG));
            look.accept("advice-answer");
            wrong.check(() -> advice.ask(visitor, AdviceScreen.SHENZHEN));
            visitor.open("/reports");
            look.accept("reports");
            wrong.check(() -> reports.statement(visitor));
            look.accept("reports-preview");
            wrong.assertThat(visitor.complaints())
                    .as("complaints in " + language)
                    .isEmpty();
        }
    }

    /** Each walk follows other rides, so that all of them follow all; the first of each by every id. */
    private void trace(Visitor visitor, Consumer<String> look, int walk) {
        wrong.check(() -> trace.nothing(visitor));
        look.accept("trace-nothing");
        List<Summary.Ride> rides = summary.rides();
        for (int i = walk; i < rides.size(); i += LANGUAGES.size() + 1) {
            Summary.Ride ride = rides.get(i);
            boolean first = i == walk;
            wrong.check(() -> {
                trace.search(visitor, ride);
                if (first) {
                    trace.searchByAll(visitor, ride);
                    look.accept("trace");
                }
                trace.ride(visitor, ride);
                if (first) {
                    look.accept("ride");
                }
            });
        }
    }
}
