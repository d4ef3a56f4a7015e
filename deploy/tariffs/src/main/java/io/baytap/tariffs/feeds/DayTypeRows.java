package io.baytap.tariffs.feeds;

import io.baytap.tariffs.published.DayType;
import io.baytap.tariffs.published.Holiday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** An operator's day types as services and timeframes: whole days, with public holidays as exceptions. */
final class DayTypeRows {

    private static final String ADDED = "1";
    private static final String REMOVED = "2";
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private final Feed feed;
    private final List<DayType> dayTypes;
    private final List<Holiday> holidays;

    DayTypeRows(Feed feed, List<DayType> dayTypes, List<Holiday> holidays) {
        this.feed = feed;
        this.dayTypes = dayTypes.stream()
                .filter(dayType -> dayType.operatorId().equals(feed.operator().name()))
                .toList();
        this.holidays = holidays;
    }

    void add() {
        for (DayType dayType : dayTypes) {
            feed.add(GtfsFile.TIMEFRAMES, dayType.name(), "", "", dayType.name());
            feed.add(GtfsFile.CALENDAR, calendar(dayType));
            for (Holiday holiday : holidays) {
                addHoliday(dayType, holiday.date());
            }
        }
    }

    /** Valid for the whole years whose holidays are known: outside them nobody can say which day type a day is. */
    private String[] calendar(DayType dayType) {
        var fields = new ArrayList<String>();
        fields.add(dayType.name());
        for (DayOfWeek day : DayOfWeek.values()) {
            fields.add(dayType.days().contains(day) ? "1" : "0");
        }
        fields.add(DATE.format(holidays.getFirst().date().withDayOfYear(1)));
        LocalDate last = holidays.getLast().date();
        fields.add(DATE.format(last.withDayOfYear(last.lengthOfYear())));
        return fields.toArray(String[]::new);
    }

    private void addHoliday(DayType dayType, LocalDate date) {
        boolean byWeekday = dayType.days().contains(date.getDayOfWeek());
        if (byWeekday != dayType.holidays()) {
            feed.add(GtfsFile.CALENDAR_DATES, dayType.name(), DATE.format(date), dayType.holidays() ? ADDED : REMOVED);
        }
    }
}
