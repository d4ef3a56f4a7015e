package io.baytap.wallet.statements;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * A line of a table whose fields stand behind back-ticks.
 *
 * @param line its place in the file, from 1
 */
record TradeRow(int line, List<String> fields) {

    /** @throws FaultyStatementException if it has not that many fields, or one without its back-tick */
    static TradeRow of(int line, String text, int count) throws FaultyStatementException {
        String[] fields = text.split(",", -1);
        if (fields.length != count) {
            throw new FaultyStatementException("line %d: %d fields, not %d".formatted(line, fields.length, count));
        }
        for (int i = 0; i < count; i++) {
            if (!fields[i].startsWith("`")) {
                throw new FaultyStatementException(
                        "line %d, field %d: '%s' does not stand behind a back-tick".formatted(line, i + 1, fields[i]));
            }
            fields[i] = fields[i].substring(1);
        }
        return new TradeRow(line, List.of(fields));
    }

    String text(TradeColumn column) {
        return fields.get(column.place() - 1);
    }

    /** @throws FaultyStatementException if it is empty */
    String required(TradeColumn column) throws FaultyStatementException {
        String text = text(column);
        if (text.isEmpty() || text.equals("0")) {
            throw faulty(column, "is missing");
        }
        return text;
    }

    /** @throws FaultyStatementException if it is not a number */
    BigDecimal number(TradeColumn column) throws FaultyStatementException {
        return number(column.place() - 1);
    }

    BigDecimal number(int field) throws FaultyStatementException {
        try {
            return new BigDecimal(fields.get(field));
        } catch (NumberFormatException _) {
            throw new FaultyStatementException(
                    "line %d, field %d: '%s' is not a number".formatted(line, field + 1, fields.get(field)));
        }
    }

    /** @throws FaultyStatementException if the currency is none, or the amount has more digits than it, or is negative */
    Money money(TradeColumn amount, TradeColumn currency) throws FaultyStatementException {
        BigDecimal major = number(amount);
        try {
            var unit = Currency.getInstance(text(currency));
            long minor = major.movePointRight(unit.getDefaultFractionDigits()).longValueExact();
            if (minor < 0) {
                throw faulty(amount, "is negative");
            }
            return new Money(minor, unit);
        } catch (IllegalArgumentException _) {
            throw faulty(currency, "is not a currency");
        } catch (ArithmeticException _) {
            throw faulty(amount, "is not in whole minor units");
        }
    }

    FaultyStatementException faulty(TradeColumn column, String why) {
        return new FaultyStatementException(
                "line %d, field %d (%s): '%s' %s".formatted(line, column.place(), column.title(), text(column), why));
    }
}
