package io.baytap.check;

import java.util.function.Consumer;

/** Says a line for each thing that was compared, and keeps whether all of it agreed. */
final class Findings {

    private final Consumer<String> screen;
    private boolean agree = true;

    Findings(Consumer<String> screen) {
        this.screen = screen;
    }

    /** Compares two values as they are shown. */
    void compare(String what, Object expected, Object actual) {
        if (expected.toString().equals(actual.toString())) {
            screen.accept("ok      " + what + ": " + actual);
        } else {
            differs(what, "is " + actual + " instead of " + expected);
        }
    }

    /** Something is not as it has to be. */
    void differs(String what, String how) {
        agree = false;
        screen.accept("DIFFERS " + what + ": " + how);
    }

    /** Whether nothing has differed so far. */
    boolean agree() {
        return agree;
    }
}
