package io.baytap.tariffs.published;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The days on which an operator's fare stands.
 *
 * @param days the days of the week, where they are no public holiday
 * @param holidays whether public holidays belong to it, whatever day of the week they are
 */
public record DayType(String operatorId, String name, Set<DayOfWeek> days, boolean holidays) {

    static final Table<DayType> TABLE = new Table<>(
            "day-types.csv",
            List.of("operator_id", "day_type", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "holiday"),
            DayType::toFields,
            f -> new DayType(f.text("operator_id"), f.text("day_type"), daysOf(f), f.flag("holiday")));

    private List<String> toFields() {
        return Stream.of(
                        Stream.of(operatorId, name),
                        Arrays.stream(DayOfWeek.values()).map(day -> flag(days.contains(day))),
                        Stream.of(flag(holidays)))
                .flatMap(fields -> fields)
                .toList();
    }

    private static Set<DayOfWeek> daysOf(Fields fields) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (fields.flag(day.name().substring(0, 3).toLowerCase(Locale.ROOT))) {
                days.add(day);
            }
        }
        return days;
    }

    private static String flag(boolean set) {
        return set ? "1" : "0";
    }
}
