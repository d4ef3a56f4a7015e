package io.baytap.reporting.access;

import jakarta.ws.rs.core.Response.Status;

/** A request that whoever makes it may not make. */
public final class Refused extends RuntimeException {

    private final Status status;
    private final String reason;

    Refused(Status status, String reason, String detail) {
        super(detail);
        this.status = status;
        this.reason = reason;
    }

    /** 401 if it is not known who asks, or 403. */
    public Status status() {
        return status;
    }

    /** Stable. */
    public String reason() {
        return reason;
    }
}
