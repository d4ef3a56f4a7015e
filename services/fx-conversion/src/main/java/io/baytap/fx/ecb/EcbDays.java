package io.baytap.fx.ecb;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.baytap.fx.domain.Rate;
import io.baytap.fx.domain.RateSheet.Fault;
import io.baytap.fx.domain.RateSheet.Reading;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of an ECB table, one per day, each checked as it is added. */
final class EcbDays {

    static final String SOURCE = "ECB";

    /** More than a century of days: a longer table is not the ECB's. */
    static final int DAYS_MAX = 30_000;

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final ZoneId FRANKFURT = ZoneId.of("Europe/Berlin");
    private static final LocalTime PUBLISHED_AT = LocalTime.of(16, 0);
    private static final String NOT_QUOTED = "N/A";
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");

    private final EcbColumns columns;
    private final Instant now;
    private final TreeMap<LocalDate, List<Rate>> days = new TreeMap<>();

    EcbDays(EcbColumns columns, Instant now) {
        this.columns = columns;
        this.now = now;
    }

    /** When the rates of a day are published, and in force from: 16:00 in Frankfurt. */
    static Instant publication(LocalDate day) {
        return day.atTime(PUBLISHED_AT).atZone(FRANKFURT).toInstant();
    }

    /** Null if the row is good. */
    Reading.@Nullable Refused add(CsvRecord row) {
        if (row.getFieldCount() != columns.fieldCount()) {
            return refused(
                    row,
                    Fault.WRONG_FIELD_COUNT,
                    null,
                    row.getFieldCount() + " fields where the header has " + columns.fieldCount());
        }
        LocalDate day;
        try {
            day = LocalDate.parse(row.getField(0));
        } catch (DateTimeException e) {
            return refused(row, Fault.BAD_DATE, "Date", "not a date like 2026-04-09: " + shown(row.getField(0)));
        }
        if (publication(day).isAfter(now)) {
            return refused(row, Fault.FUTURE_DATE, "Date", "not yet published: " + day);
        }
        if (days.containsKey(day)) {
            return refused(row, Fault.DUPLICATE_DATE, "Date", "the date stands twice: " + day);
        }
        if (days.size() == DAYS_MAX) {
            return refused(row, Fault.TOO_LARGE, null, "more than " + DAYS_MAX + " days");
        }
        List<Rate> rates = new ArrayList<>();
        Reading.Refused refused = addRates(row, day, rates);
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

    private Reading.@Nullable Refused addRates(CsvRecord row, LocalDate day, List<Rate> rates) {
        for (int i = 0; i < columns.currencies().size(); i++) {
            Currency currency = columns.currencies().get(i);
            String text = row.getField(i + 1);
            if (text.equals(NOT_QUOTED)) {
                continue;
            }
            if (!DECIMAL.matcher(text).matches()) {
                return refused(row, Fault.BAD_RATE, currency.getCurrencyCode(), "not a decimal: " + shown(text));
            }
            var value = new BigDecimal(text);
            if (value.signum() <= 0) {
                return refused(row, Fault.NON_POSITIVE_RATE, currency.getCurrencyCode(), "not positive: " + text);
            }
            if (EcbColumns.NEEDED.contains(currency.getCurrencyCode())) {
                rates.add(new Rate(SOURCE, EUR, currency, value, day, publication(day)));
            }
        }
        return null;
    }

    private static Reading.Refused refused(CsvRecord row, Fault fault, @Nullable String field, String detail) {
        return new Reading.Refused(fault, row.getStartingLineNumber(), field, detail);
    }

    /** A field of an unknown file as an answer may quote it. */
    private static String shown(String field) {
        return field.length() <= 40 ? field : field.substring(0, 40) + "…";
    }
}
