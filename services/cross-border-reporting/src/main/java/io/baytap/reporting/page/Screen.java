package io.baytap.reporting.page;

import io.baytap.reporting.access.Admits;
import java.util.Objects;
import java.util.function.Function;

/** The screens of the console, in the order of its navigation. */
public enum Screen {
    LINE("/line", ConsoleMessages::line, LinePage.class),
    MONEY("/money", ConsoleMessages::money, MoneyPage.class),
    RECONCILIATION("/reconciliation", ConsoleMessages::reconciliation, ReconciliationPage.class),
    TRACE("/trace", ConsoleMessages::trace, TracePage.class),
    ADVICE("/advice", ConsoleMessages::advice, AdvicePage.class),
    REPORTS("/reports", ConsoleMessages::reports, ReportsPage.class);

    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference
    private final Function<ConsoleMessages, String> label;

    private final Class<?> page;

    Screen(String path, Function<ConsoleMessages, String> label, Class<?> page) {
        this.path = path;
        this.label = label;
        this.page = page;
    }

    public String path() {
        return path;
    }

    /** Whom it admits, as its resource says. */
    Admits admits() {
        return Objects.requireNonNull(page.getAnnotation(Admits.class));
    }

    String label(ConsoleMessages text) {
        return label.apply(text);
    }
}
