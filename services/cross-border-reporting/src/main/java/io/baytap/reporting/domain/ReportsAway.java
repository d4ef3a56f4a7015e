package io.baytap.reporting.domain;

/** The read models cannot be reached, or not in time. A count that failed so may be tried again. */
public final class ReportsAway extends RuntimeException {

    public ReportsAway(Throwable cause) {
        super(cause.toString(), cause);
    }
}
