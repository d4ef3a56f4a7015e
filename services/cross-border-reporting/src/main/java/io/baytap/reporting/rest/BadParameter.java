package io.baytap.reporting.rest;

/** A request parameter that cannot be answered: HTTP 400 with the field and the reason. */
public final class BadParameter extends RuntimeException {

    private final String field;
    private final String reason;

    /**
     * @param field the parameter at fault
     * @param reason stable code
     * @param detail for a person
     */
    public BadParameter(String field, String reason, String detail) {
        super(detail);
        this.field = field;
        this.reason = reason;
    }

    public String field() {
        return field;
    }

    /** Stable code. */
    public String reason() {
        return reason;
    }
}
