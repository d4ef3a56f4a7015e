package io.baytap.fare.tariff;

import io.baytap.fare.domain.ServiceDays;
import io.baytap.fare.domain.Timeframe;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onebusaway.gtfs.model.ServiceCalendar;
import org.onebusaway.gtfs.model.ServiceCalendarDate;
import org.onebusaway.gtfs.model.calendar.ServiceDate;

/** The timeframe groups of a feed and the service days behind them. */
final class Timeframes {

    private final GtfsTables tables;
    private final Map<String, ServiceDays> services;

    Timeframes(GtfsTables tables) throws TariffRefusedException {
        this.tables = tables;
        this.services = serviceDays(tables);
    }

    /** The days of each service id. */
    Map<String, ServiceDays> services() {
        return services;
    }

    /** Timeframes by group id. */
    Map<String, List<Timeframe>> groups() throws TariffRefusedException {
        Map<String, List<Timeframe>> groups = new HashMap<>();
        for (Row<org.onebusaway.gtfs.model.Timeframe> row : tables.rows(org.onebusaway.gtfs.model.Timeframe.class)) {
            var timeframe = row.value();
            ServiceDays service = services.get(timeframe.getServiceId());
            if (service == null) {
                throw new TariffRefusedException(
                        "timeframes.txt", row.line(), "unknown service_id " + timeframe.getServiceId());
            }
            LocalTime start = timeframe.getStartTime() == null ? LocalTime.MIDNIGHT : timeframe.getStartTime();
            LocalTime end = LocalTime.MIDNIGHT.equals(timeframe.getEndTime()) ? null : timeframe.getEndTime();
            if (end != null && !end.isAfter(start)) {
                throw new TariffRefusedException("timeframes.txt", row.line(), "end_time is not after start_time");
            }
            groups.computeIfAbsent(timeframe.getTimeframeGroupId().getId(), _ -> new ArrayList<>())
                    .add(new Timeframe(service, start, end));
        }
        return groups;
    }

    private static Map<String, ServiceDays> serviceDays(GtfsTables tables) throws TariffRefusedException {
        Map<String, Set<LocalDate>> added = new HashMap<>();
        Map<String, Set<LocalDate>> removed = new HashMap<>();
        for (Row<ServiceCalendarDate> row : tables.rows(ServiceCalendarDate.class)) {
            ServiceCalendarDate date = row.value();
            (date.getExceptionType() == ServiceCalendarDate.EXCEPTION_TYPE_ADD ? added : removed)
                    .computeIfAbsent(date.getServiceId().getId(), _ -> new HashSet<>())
                    .add(localDate(date.getDate()));
        }
        Map<String, ServiceDays> days = new HashMap<>();
        added.forEach(
                (id, dates) -> days.put(id, new ServiceDays(Set.of(), LocalDate.MIN, LocalDate.MAX, dates, Set.of())));
        for (Row<ServiceCalendar> row : tables.rows(ServiceCalendar.class)) {
            ServiceCalendar calendar = row.value();
            String id = calendar.getServiceId().getId();
            LocalDate first = localDate(calendar.getStartDate());
            LocalDate last = localDate(calendar.getEndDate());
            if (last.isBefore(first)) {
                throw new TariffRefusedException("calendar.txt", row.line(), "end_date is before start_date");
            }
            days.put(
                    id,
                    new ServiceDays(
                            weekdays(calendar),
                            first,
                            last,
                            added.getOrDefault(id, Set.of()),
                            removed.getOrDefault(id, Set.of())));
        }
        return days;
    }

    private static Set<DayOfWeek> weekdays(ServiceCalendar calendar) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        int[] flags = {
            calendar.getMonday(),
            calendar.getTuesday(),
            calendar.getWednesday(),
            calendar.getThursday(),
            calendar.getFriday(),
            calendar.getSaturday(),
            calendar.getSunday()
        };
        for (DayOfWeek day : DayOfWeek.values()) {
            if (flags[day.getValue() - 1] == 1) {
                days.add(day);
            }
        }
        return days;
    }

    private static LocalDate localDate(ServiceDate date) {
        return LocalDate.of(date.getYear(), date.getMonth(), date.getDay());
    }
}
