package io.baytap.reporting.domain.report;

import org.jspecify.annotations.Nullable;

/**
 * A column of a report.
 *
 * @param currency of an amount: the name of the column that says its currency
 */
public record Column(String name, Type type, @Nullable String currency) {

    /** What a cell holds. */
    public enum Type {
        TEXT,
        /** A calendar date. */
        DAY,
        /** A moment, in UTC. */
        TIME,
        /** A whole number, added up in totals. */
        COUNT,
        /** Whole units of the currency beside it, exact, added up in totals for each currency. */
        AMOUNT,
        /** An exact decimal that adds up to nothing, as a rate. */
        DECIMAL
    }

    static Column text(String name) {
        return new Column(name, Type.TEXT, null);
    }

    static Column day(String name) {
        return new Column(name, Type.DAY, null);
    }

    static Column time(String name) {
        return new Column(name, Type.TIME, null);
    }

    static Column count(String name) {
        return new Column(name, Type.COUNT, null);
    }

    static Column decimal(String name) {
        return new Column(name, Type.DECIMAL, null);
    }

    static Column amount(String name, String currency) {
        return new Column(name, Type.AMOUNT, currency);
    }

    /** Whether it is added up. */
    public boolean isMeasure() {
        return type == Type.COUNT || type == Type.AMOUNT;
    }
}
