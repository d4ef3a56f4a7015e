package io.baytap.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.local.events.LineEvents;
import io.baytap.local.events.Posting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Compares the reports of all days of travel with what the topics say, and looks whether each agrees with its own controls. */
final class ReportFilesCheck {

    private static final int MINOR_DIGITS = 2;

    private final LineEvents events;
    private final Differences differences;

    ReportFilesCheck(LineEvents events, Differences differences) {
        this.events = events;
        this.differences = differences;
    }

    void compare(Line line) {
        List<LocalDate> days = events.postings.all().stream()
                .map(Posting::day)
                .distinct()
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return;
        }
        String range = "?from=" + days.getFirst() + "&to=" + days.getLast() + "&by=MONTH&asOf="
                + days.getLast().plusDays(1);
        compare(line, "statement", range, _ -> true);
        compare(line, "incomplete-journeys", range, _ -> true);
        compare(line, "cross-border-records", range, ReportFilesCheck::crosses);
        compare(
                line,
                "operators",
                range.replace("&to=" + days.getLast(), "&to=" + days.getLast().plusDays(1)),
                _ -> true);
    }

    private static boolean crosses(Posting posting) {
        return !posting.corridor().substring(0, 2).equals(posting.territory());
    }

    private void compare(Line line, String report, String range, Predicate<Posting> held) {
        JsonNode rows = line.reported("/v1/reports/" + report + ".json" + range).path("rows");
        Map<String, Long> expected = new TreeMap<>();
        events.postings.all().stream().filter(held).forEach(posting -> {
            expected.merge(posting.fareCurrency() + " fares", 1L, Math::addExact);
            expected.merge(posting.fareCurrency() + " minor", posting.fareMinor(), Math::addExact);
        });
        Map<String, Long> actual = new TreeMap<>();
        for (JsonNode row : rows) {
            String role = row.path("row").asText();
            differences.equal("report " + report + ", controls that differ", 0, role.equals("CONTROL_DIFFERS") ? 1 : 0);
            if (role.equals("DETAIL")) {
                String currency = row.path("fare_currency").asText();
                actual.merge(currency + " fares", row.path("fares").asLong(), Math::addExact);
                actual.merge(
                        currency + " minor",
                        new BigDecimal(row.path("fare_amount").asText())
                                .movePointRight(MINOR_DIGITS)
                                .longValueExact(),
                        Math::addExact);
            }
        }
        differences.equal("report " + report, expected, actual);
    }
}
