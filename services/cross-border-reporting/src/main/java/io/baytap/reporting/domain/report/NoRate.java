package io.baytap.reporting.domain.report;

/** A day cannot be stated in another currency, for no rate of it had been published by its end. */
public final class NoRate extends RuntimeException {

    public NoRate(String detail) {
        super(detail);
    }
}
