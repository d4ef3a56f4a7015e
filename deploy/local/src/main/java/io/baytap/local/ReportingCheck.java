package io.baytap.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.local.events.LineEvents;
import io.baytap.local.events.Outcome;
import io.baytap.local.events.Posting;
import io.baytap.local.events.Rejection;
import io.baytap.local.events.Tap;
import io.baytap.schemas.fares.v1.FareKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares every day that cross-border-reporting shows, by its REST interface, with what the topics say. */
final class ReportingCheck {

    private final LineEvents events;
    private final Differences differences;

    ReportingCheck(LineEvents events, Differences differences) {
        this.events = events;
        this.differences = differences;
    }

    void compare(Line line) {
        List<LocalDate> days = Stream.of(
                        events.postings.all().stream().map(Posting::day),
                        events.taps.all().stream().map(Tap::day),
                        events.rejections.all().stream().map(Rejection::day))
                .flatMap(all -> all)
                .distinct()
                .sorted()
                .toList();
        for (LocalDate day : days) {
            JsonNode report = line.reported("/v1/days/" + day);
            compare(day, report);
        }
    }

    private void compare(LocalDate day, JsonNode report) {
        String what = "reporting " + day + ", ";
        List<Posting> postings = events.postings.all().stream()
                .filter(posting -> posting.day().equals(day))
                .toList();
        List<Tap> taps =
                events.taps.all().stream().filter(tap -> tap.day().equals(day)).toList();
        List<Rejection> rejections = events.rejections.all().stream()
                .filter(rejection -> rejection.day().equals(day))
                .toList();
        long late = taps.stream().filter(Tap::late).count();
        differences.equal(what + "taps late", late, number(report, "/taps/late"));
        differences.equal(what + "taps accepted", taps.size() - late, number(report, "/taps/accepted"));
        differences.equal(
                what + "taps rejected",
                Totals.by(rejections, Rejection::reason, _ -> 1),
                fields(report.at("/taps/rejectedByReason")));
        differences.equal(what + "all", figures("", postings), figures("", List.of(report)));
        differences.equal(
                what + "operator and wallet",
                byKey(postings, posting -> posting.operatorId() + " " + posting.walletScheme()),
                byKey(report.path("operators"), "operatorId", "walletScheme"));
        differences.equal(
                what + "corridor", byKey(postings, Posting::corridor), byKey(report.path("corridors"), "corridor"));
        charges(what, day, report.path("charged"));
    }

    private void charges(String what, LocalDate day, JsonNode charged) {
        Map<String, Long> expected = new TreeMap<>();
        add(expected, day, "settledMinor", events.settled.all());
        add(expected, day, "declinedMinor", events.declined.all());
        add(expected, day, "refundedMinor", events.refunded.all());
        Map<String, Long> actual = new TreeMap<>();
        for (JsonNode currency : charged) {
            for (String field : List.of("settledMinor", "declinedMinor", "refundedMinor")) {
                actual.put(
                        currency.path("currency").asText() + " " + field,
                        currency.path(field).asLong());
            }
        }
        differences.equal(what + "charges", expected, actual);
    }

    private static void add(Map<String, Long> amounts, LocalDate day, String field, Collection<Outcome> outcomes) {
        outcomes.stream()
                .filter(outcome -> outcome.day().equals(day))
                .forEach(outcome ->
                        amounts.merge(outcome.currency() + " " + field, outcome.amountMinor(), Math::addExact));
    }

    private static Map<String, Long> byKey(List<Posting> postings, Function<Posting, String> key) {
        Map<String, Long> figures = new TreeMap<>();
        postings.stream()
                .collect(Collectors.groupingBy(key))
                .forEach((name, group) -> figures.putAll(figures(name + " ", group)));
        return figures;
    }

    private static Map<String, Long> byKey(JsonNode rows, String... keys) {
        Map<String, Long> figures = new TreeMap<>();
        for (JsonNode row : rows) {
            String name = String.join(
                    " ", Stream.of(keys).map(key -> row.path(key).asText()).toList());
            figures.putAll(figures(name + " ", List.of(row)));
        }
        return figures;
    }

    private static Map<String, Long> figures(String name, Collection<?> group) {
        Map<String, Long> figures = new TreeMap<>();
        for (Object one : group) {
            Map<String, Long> of = one instanceof Posting posting ? of(posting) : of((JsonNode) one);
            of.forEach((figure, value) -> figures.merge(name + figure, value, Math::addExact));
        }
        return figures;
    }

    private static Map<String, Long> of(Posting posting) {
        boolean correction = posting.kind() == FareKind.CORRECTION;
        return Map.of(
                "journeys",
                correction ? 0L : 1L,
                "fares",
                1L,
                "corrections",
                correction ? 1L : 0L,
                "hkdMinor",
                posting.in("HKD"),
                "cnyMinor",
                posting.in("CNY"));
    }

    private static Map<String, Long> of(JsonNode row) {
        Map<String, Long> figures = new TreeMap<>();
        for (String figure : List.of("journeys", "fares", "corrections", "hkdMinor", "cnyMinor")) {
            figures.put(figure, row.path(figure).asLong());
        }
        return figures;
    }

    private static Map<String, Long> fields(JsonNode object) {
        Map<String, Long> fields = new TreeMap<>();
        object.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asLong()));
        return fields;
    }

    private static long number(JsonNode report, String pointer) {
        return report.at(pointer).asLong();
    }
}
