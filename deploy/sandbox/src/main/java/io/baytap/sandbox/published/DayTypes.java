package io.baytap.sandbox.published;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which published day type a date is, for an operator. */
final class DayTypes {

    private final List<NamedCsvRecord> rows;
    private final Set<LocalDate> holidays;

    DayTypes(Path folder) {
        rows = Table.read(folder, "day-types.csv");
        holidays = Table.read(folder, "holidays.csv").stream()
                .map(row -> LocalDate.parse(row.getField("date")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@code ALL} is every day; on a public holiday only the column {@code holiday} counts. */
    boolean applies(String operatorId, String dayType, LocalDate date) {
        if (dayType.equals("ALL")) {
            return true;
        }
        String column = holidays.contains(date)
                ? "holiday"
                : date.getDayOfWeek().name().substring(0, 3).toLowerCase(Locale.ROOT);
        return rows.stream()
                .filter(row -> row.getField("operator_id").equals(operatorId)
                        && row.getField("day_type").equals(dayType))
                .anyMatch(row -> row.getField(column).equals("1"));
    }

    /** Whether people travel as on a working day. */
    boolean isWorkingDay(LocalDate date) {
        return date.getDayOfWeek().getValue() <= 5 && !holidays.contains(date);
    }
}
