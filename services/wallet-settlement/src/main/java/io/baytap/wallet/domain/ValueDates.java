package io.baytap.wallet.domain;

import io.baytap.schemas.BankCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When operators are paid: on days on which the banks of their currency work. A batch closes whether or not the holidays of
 * the year are known, for a day that stays open holds up everybody's books; its payment waits until they are.
 *
 * @param days bank days after the business day; 1 is T+1
 * @param byCurrency calendars by ISO 4217 code
 * @param byOperator calendars of operators that have one of their own, whatever the currency
 */
public record ValueDates(int days, Map<String, BankCalendar> byCurrency, Map<String, BankCalendar> byOperator) {

    public ValueDates {
        if (days < 1) {
            throw new IllegalArgumentException("value date must be at least one day after the business day: " + days);
        }
    }

    /** When a batch of that day is paid. Of a year whose holidays are not known, only the weekends are taken out. */
    public LocalDate of(String operatorId, String currency, LocalDate businessDay) {
        return calendar(operatorId, currency).after(businessDay, days);
    }

    /**
     * On which day the bank is asked to pay: the batch's value date, or the next day on which banks work, if holidays have
     * become known since it closed.
     */
    public LocalDate execution(Batch batch) {
        return calendar(batch).onOrAfter(batch.valueDate());
    }

    /** Which years lack holidays before these can be paid, by calendar: {@code mainland 2027}. */
    public Set<String> uncovered(Collection<Batch> batches) {
        Set<String> uncovered = new TreeSet<>();
        for (Batch batch : batches) {
            BankCalendar calendar = calendar(batch);
            Stream.of(batch.valueDate(), execution(batch))
                    .filter(day -> !calendar.covers(day))
                    .forEach(day -> uncovered.add(calendar.centre() + " " + day.getYear()));
        }
        return uncovered;
    }

    /** Days from then on until a calendar's holidays are not known any more: 0 if those of the day itself are not. */
    public Map<String, Long> daysLeft(LocalDate today) {
        Map<String, Long> left = new TreeMap<>();
        Stream.concat(byCurrency.values().stream(), byOperator.values().stream())
                .forEach(calendar -> left.put(calendar.centre(), ChronoUnit.DAYS.between(today, end(calendar, today))));
        return left;
    }

    private static LocalDate end(BankCalendar calendar, LocalDate today) {
        LocalDate end = today;
        while (calendar.covers(end)) {
            end = LocalDate.of(end.getYear() + 1, 1, 1);
        }
        return end;
    }

    /** Whether the banks of a currency work on that day. */
    public boolean isBankDay(String currency, LocalDate day) {
        return ofCurrency(currency).open(day);
    }

    private BankCalendar calendar(Batch batch) {
        return calendar(batch.operatorId(), batch.amount().currency().getCurrencyCode());
    }

    private BankCalendar calendar(String operatorId, String currency) {
        BankCalendar own = byOperator.get(operatorId);
        return own != null ? own : ofCurrency(currency);
    }

    /** One without a calendar has weekends, and is covered in no year. */
    private BankCalendar ofCurrency(String currency) {
        return byCurrency.getOrDefault(currency, new BankCalendar(currency, Set.of()));
    }
}
