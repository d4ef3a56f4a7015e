package io.baytap.check;

/** What was waited for has not come in time. */
final class OverdueException extends Exception {

    private static final long serialVersionUID = 1;

    private final String what;

    /**
     * Names it.
     *
     * @param what was waited for
     * @param why it was not there when it was last looked for
     */
    OverdueException(String what, String why) {
        super("not there in time: " + why);
        this.what = what;
    }

    String what() {
        return what;
    }
}
