package io.baytap.wallet.domain;

import java.time.LocalDate;
import java.util.Map;

/**
 * When operators are paid.
 *
 * @param days bank days after the business day; 1 is T+1
 * @param byOperator calendars of operators that have one of their own
 */
public record ValueDates(int days, BusinessCalendar usual, Map<String, BusinessCalendar> byOperator) {

    public ValueDates {
        if (days < 1) {
            throw new IllegalArgumentException("value date must be at least one day after the business day: " + days);
        }
    }

    /** When a batch of that day is paid. */
    public LocalDate of(String operatorId, LocalDate businessDay) {
        return byOperator.getOrDefault(operatorId, usual).after(businessDay, days);
    }
}
