package io.baytap.tariffs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** Days of every kind, in the morning. */
final class Days {

    static final Instant WEDNESDAY = morning(LocalDate.of(2026, 4, 8));
    static final Instant SATURDAY = morning(LocalDate.of(2026, 4, 11));
    static final Instant SUNDAY = morning(LocalDate.of(2026, 4, 12));
    /** The day after Easter Monday: a Tuesday. */
    static final Instant HOLIDAY = morning(LocalDate.of(2026, 4, 7));

    static final LocalDate DATE_OF_CHANGE = LocalDate.of(2026, 4, 9);

    private Days() {}

    /** The days of a day type, by what the operator prints: NLB's weekdays include Saturday, the Star Ferry's do not. */
    static List<Instant> of(String operatorId, String dayType) {
        return switch (operatorId + " " + dayType) {
            case "NLB WEEKDAY" -> List.of(WEDNESDAY, SATURDAY);
            case "NLB SUN_PH" -> List.of(SUNDAY, HOLIDAY);
            case "STAR WEEKDAY" -> List.of(WEDNESDAY);
            case "STAR SAT_SUN_PH" -> List.of(SATURDAY, SUNDAY, HOLIDAY);
            default -> {
                if (!dayType.equals("ALL")) {
                    throw new IllegalArgumentException(operatorId + " " + dayType);
                }
                yield List.of(WEDNESDAY, HOLIDAY);
            }
        };
    }

    private static Instant morning(LocalDate date) {
        return date.atTime(LocalTime.of(8, 30))
                .atZone(ZoneId.of("Asia/Hong_Kong"))
                .toInstant();
    }
}
