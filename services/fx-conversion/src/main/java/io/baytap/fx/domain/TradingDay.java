package io.baytap.fx.domain;

import io.baytap.schemas.BankCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When foreign exchange of a fare is dealt and when it is paid. A fare belongs to the business day at whose cut-off it is
 * dealt; the value date is the business day after. Both are open days of both centres.
 */
public record TradingDay(LocalTime cutOff, BankCalendar calendar) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");

    /** When what a journey of that time exposes is paid. A journey at the very cut-off belongs to the next day. */
    public LocalDate valueDate(Instant occurredAt) {
        ZonedDateTime local = occurredAt.atZone(ZONE);
        LocalDate day = local.toLocalDate();
        LocalDate traded = calendar.onOrAfter(local.toLocalTime().isBefore(cutOff) ? day : day.plusDays(1));
        return calendar.after(traded);
    }

    /** When what is paid on a value date is dealt. */
    public Instant cutOffOf(LocalDate valueDate) {
        return calendar.before(valueDate).atTime(cutOff).atZone(ZONE).toInstant();
    }
}
