package io.baytap.fx.ecb;

import io.baytap.fx.domain.Rate;
import io.baytap.fx.domain.RateSheet.Fault;
import io.baytap.fx.domain.RateSheet.Reading;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The days of an ECB table, each checked as it is added, whatever the table is written in. */
final class EcbDays {

    /** The currencies that are used, so that a table without them is of no use. */
    static final List<String> NEEDED = List.of("CNY", "HKD", "USD");

    /** More than a century of days: a longer table is not the ECB's. */
    static final int DAYS_MAX = 30_000;

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final ZoneId FRANKFURT = ZoneId.of("Europe/Berlin");
    private static final LocalTime PUBLISHED_AT = LocalTime.of(16, 0);
    private static final String NOT_QUOTED = "N/A";
    private static final DateTimeFormatter SPELLED = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");

    private final String source;
    private final Instant now;
    private final TreeMap<LocalDate, List<Rate>> days = new TreeMap<>();

    /** @param source in whose name the rates are published */
    EcbDays(String source, Instant now) {
        this.source = source;
        this.now = now;
    }

    /** When the rates of a day are published, and in force from: 16:00 in Frankfurt. */
    static Instant publication(LocalDate day) {
        return day.atTime(PUBLISHED_AT).atZone(FRANKFURT).toInstant();
    }

    /** One price of a day, as it is written. */
    record Price(Currency currency, String text) {}

    /**
     * Null if the day is good.
     *
     * @param line of the file, from 1
     */
    Reading.@Nullable Refused add(long line, String date, List<Price> prices) {
        LocalDate day = parse(date);
        if (day == null) {
            return refused(line, Fault.BAD_DATE, "Date", "not a date like 2026-04-09: " + shown(date));
        }
        if (publication(day).isAfter(now)) {
            return refused(line, Fault.FUTURE_DATE, "Date", "not yet published: " + day);
        }
        if (days.containsKey(day)) {
            return refused(line, Fault.DUPLICATE_DATE, "Date", "the date stands twice: " + day);
        }
        if (days.size() == DAYS_MAX) {
            return refused(line, Fault.TOO_LARGE, null, "more than " + DAYS_MAX + " days");
        }
        List<Rate> rates = new ArrayList<>();
        Reading.Refused refused = addRates(line, prices, day, rates);
        days.put(day, rates);
        return refused;
    }

    /** Every rate, oldest first. */
    Reading reading() {
        if (days.isEmpty()) {
            return new Reading.Refused(Fault.EMPTY, null, null, "there is no day in it");
        }
        return new Reading.Rates(days.values().stream().flatMap(List::stream).toList());
    }

    private Reading.@Nullable Refused addRates(long line, List<Price> prices, LocalDate day, List<Rate> rates) {
        for (Price price : prices) {
            String code = price.currency().getCurrencyCode();
            String text = price.text();
            if (text.equals(NOT_QUOTED)) {
                continue;
            }
            if (!DECIMAL.matcher(text).matches()) {
                return refused(line, Fault.BAD_RATE, code, "not a decimal: " + shown(text));
            }
            var value = new BigDecimal(text);
            if (value.signum() <= 0) {
                return refused(line, Fault.NON_POSITIVE_RATE, code, "not positive: " + text);
            }
            if (NEEDED.contains(code)) {
                rates.add(new Rate(source, EUR, price.currency(), value, day, publication(day)));
            }
        }
        return null;
    }

    /** The long tables have ISO dates, the table of one day has {@code 9 April 2026}. */
    private static @Nullable LocalDate parse(String date) {
        try {
            return date.contains("-") ? LocalDate.parse(date) : LocalDate.parse(date, SPELLED);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static Reading.Refused refused(long line, Fault fault, @Nullable String field, String detail) {
        return new Reading.Refused(fault, line, field, detail);
    }

    /** A field of an unknown file as an answer may quote it. */
    static String shown(String field) {
        return field.length() <= 40 ? field : field.substring(0, 40) + "…";
    }
}
