package io.baytap.reporting.page;

import java.util.function.Function;

/** The screens of the console, in the order of its navigation. */
public enum Screen {
    LINE("/line", ConsoleMessages::line),
    MONEY("/money", ConsoleMessages::money),
    ADVICE("/advice", ConsoleMessages::advice);

    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference
    private final Function<ConsoleMessages, String> label;

    Screen(String path, Function<ConsoleMessages, String> label) {
        this.path = path;
        this.label = label;
    }

    public String path() {
        return path;
    }

    String label(ConsoleMessages text) {
        return label.apply(text);
    }
}
