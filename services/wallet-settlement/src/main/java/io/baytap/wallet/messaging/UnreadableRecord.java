package io.baytap.wallet.messaging;

/** A record that no retry makes readable. */
final class UnreadableRecord extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableRecord(String reason) {
        super(reason);
        this.reason = reason;
    }

    UnreadableRecord(String reason, Throwable cause) {
        super(reason + ": " + rootOf(cause), cause);
        this.reason = reason;
    }

    private static Throwable rootOf(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** A stable code. */
    String reason() {
        return reason;
    }
}
