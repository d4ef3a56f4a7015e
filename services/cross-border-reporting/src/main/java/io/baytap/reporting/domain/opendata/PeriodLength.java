package io.baytap.reporting.domain.opendata;

/** How many days a published set holds. */
public enum PeriodLength {
    DAY,
    MONTH
}
