package io.baytap.tariffs.importer;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.tariffs.published.DayType;
import io.baytap.tariffs.published.Holiday;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Public holidays, and what the operators' day types mean. */
final class Calendar {

    /** By the General Holidays Ordinance, beside every Sunday. */
    private static final int HOLIDAYS_A_YEAR = 17;

    private static final List<DayType> DAY_TYPES = List.of(
            new DayType("NLB", "WEEKDAY", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY), false),
            new DayType("NLB", "SUN_PH", EnumSet.of(DayOfWeek.SUNDAY), true),
            new DayType("STAR", "WEEKDAY", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), false),
            new DayType("STAR", "SAT_SUN_PH", EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), true));

    private final SourceFile file;

    Calendar(Path directory) {
        file = new SourceFile(directory, "hong-kong/public_holidays.json");
    }

    List<SourceFile> files() {
        return List.of(file);
    }

    static List<DayType> dayTypes() {
        return DAY_TYPES;
    }

    List<Holiday> read() {
        var holidays = new ArrayList<Holiday>();
        Map<Year, Integer> years = new HashMap<>();
        for (JsonNode node : file.json()) {
            try {
                LocalDate date = LocalDate.parse(node.asText(), DateTimeFormatter.BASIC_ISO_DATE);
                if (!holidays.isEmpty() && !holidays.getLast().date().isBefore(date)) {
                    file.refuse(0, date + " is out of order");
                }
                holidays.add(new Holiday(date));
                years.merge(Year.from(date), 1, Integer::sum);
            } catch (DateTimeParseException e) {
                file.refuse(0, "this is no date: " + node);
            }
        }
        years.forEach((year, count) -> {
            if (count != HOLIDAYS_A_YEAR) {
                file.refuse(0, "%s has %d holidays, not %d".formatted(year, count, HOLIDAYS_A_YEAR));
            }
        });
        if (holidays.isEmpty() && file.isSound()) {
            file.refuse(0, "it has no dates");
        }
        return holidays;
    }
}
