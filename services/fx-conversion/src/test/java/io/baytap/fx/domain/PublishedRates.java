package io.baytap.fx.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Euro reference rates as the European Central Bank published them, for tests. */
public final class PublishedRates {

    public static final Currency EUR = Currency.getInstance("EUR");
    public static final Currency CNY = Currency.getInstance("CNY");
    public static final Currency HKD = Currency.getInstance("HKD");
    public static final Currency USD = Currency.getInstance("USD");

    /** The Thursday before Easter, and the Tuesday after it: between them no rate is published. */
    public static final LocalDate BEFORE_EASTER = LocalDate.of(2026, 4, 2);

    public static final LocalDate AFTER_EASTER = LocalDate.of(2026, 4, 7);
    public static final LocalDate APRIL_8 = LocalDate.of(2026, 4, 8);
    public static final LocalDate APRIL_9 = LocalDate.of(2026, 4, 9);

    private PublishedRates() {}

    /** CNY 7.9495, HKD 9.0325. */
    public static List<Rate> april2() {
        return day(BEFORE_EASTER, "7.9495", "9.0325", "1.1525");
    }

    /** CNY 7.9251, HKD 9.0564. */
    public static List<Rate> april7() {
        return day(AFTER_EASTER, "7.9251", "9.0564", "1.1557");
    }

    /** CNY 7.9948, HKD 9.1685. */
    public static List<Rate> april8() {
        return day(APRIL_8, "7.9948", "9.1685", "1.1706");
    }

    /** CNY 7.9863, HKD 9.1551. */
    public static List<Rate> april9() {
        return day(APRIL_9, "7.9863", "9.1551", "1.1685");
    }

    public static RateBook book(List<List<Rate>> days) {
        var book = new RateBook(Duration.ofDays(5), List.of());
        days.stream().flatMap(List::stream).forEach(book::put);
        return book;
    }

    public static Instant publication(LocalDate day) {
        return day.atTime(LocalTime.of(16, 0))
                .atZone(ZoneId.of("Europe/Berlin"))
                .toInstant();
    }

    public static Rate rate(LocalDate day, Currency quote, String value) {
        return new Rate("ECB", EUR, quote, new BigDecimal(value), day, publication(day));
    }

    private static List<Rate> day(LocalDate day, String cny, String hkd, String usd) {
        return Stream.of(rate(day, CNY, cny), rate(day, HKD, hkd), rate(day, USD, usd))
                .toList();
    }
}
