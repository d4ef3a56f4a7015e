package io.baytap.fare.domain;

import static java.util.stream.Collectors.joining;

import io.baytap.fare.tariff.TestTariffs;
import io.baytap.schemas.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One rider, whose taps are written {@code 08:00 E 1}: the local time on Thursday 9 April 2026 ({@code d2/08:00} is two days
 * later), E for entry or X for exit, and where: an MTR station (1, 2, 3, 39, 76, A44, A47), a bus stop (B1 … B4, or R1 …
 * R4 on route 52X), a tram stop (T1, T2), a ferry pier and deck (S1/UPPER), a station of Shenzhen (Za, Zb, Zc).
 */
final class RiderDay {

    static final Tariffs TARIFFS = TestTariffs.all();
    static final Duration HORIZON = Duration.ofDays(8);

    private static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 9);
    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("HH:mm");

    private final Rulebook rules;
    private RiderHistory history = RiderHistory.none();
    private final List<FareChange> changes = new ArrayList<>();

    RiderDay() {
        this(Rulebook.of(TARIFFS));
    }

    RiderDay(Rulebook rules) {
        this.rules = rules;
    }

    /** Sends taps, separated by semicolons, in this order, while it is so late. */
    RiderDay taps(String taps, String now) {
        for (String tap : taps.split(";", -1)) {
            take(tap(tap), at(now));
        }
        return this;
    }

    Admission take(Tap tap, Instant now) {
        Admission admission = Admission.decide(tap, history, HORIZON, rules.tariffs());
        if (admission instanceof Admission.Admitted(RiderTap admitted)) {
            assess(history.with(admitted).since(tap.occurredAt().minus(HORIZON), rules), now);
        }
        return admission;
    }

    RiderDay wait(Instant until) {
        assess(history, until);
        return this;
    }

    RiderDay wait(String until) {
        return wait(at(until));
    }

    private void assess(RiderHistory next, Instant now) {
        Assessment assessment = Assessment.of(next, rules, now);
        history = assessment.history();
        changes.addAll(assessment.changes());
    }

    /** What was published since the last call. */
    List<FareChange> changes() {
        List<FareChange> published = List.copyOf(changes);
        changes.clear();
        return published;
    }

    RiderHistory history() {
        return history;
    }

    /** Each journey that costs something, or is one: the time of its first tap and its net, in time order. */
    String nets() {
        return history.taps().stream()
                .map(tap -> label(tap, history.assessed().get(Journey.idOf(tap.id()))))
                .filter(label -> !label.isEmpty())
                .collect(joining(", "));
    }

    /** What changed each journey's fare, by the time of its first tap: {@code 08:00 TRANSFER -3.30 HKD}. */
    List<String> adjustments() {
        Map<String, String> last = new TreeMap<>();
        changes.forEach(change -> last.put(
                change.assessed().journeyId(),
                change.adjustments().stream()
                        .map(adjustment ->
                                label(change.assessed()) + " " + adjustment.kind() + " " + adjustment.amount())
                        .collect(joining(", "))));
        return last.values().stream().filter(text -> !text.isEmpty()).sorted().toList();
    }

    private String label(Assessed assessed) {
        return history.taps().stream()
                .filter(tap -> Journey.idOf(tap.id()).equals(assessed.journeyId()))
                .map(tap -> LocalDateTime.ofInstant(tap.at(), ZONE).format(LABEL))
                .findFirst()
                .orElse("?");
    }

    Map<String, Money> netsByJourney() {
        Map<String, Money> nets = new TreeMap<>();
        history.assessed().values().stream()
                .filter(assessed -> !assessed.tapIds().isEmpty())
                .forEach(assessed -> nets.put(assessed.journeyId(), assessed.net()));
        return nets;
    }

    private static String label(RiderTap tap, @Nullable Assessed assessed) {
        return assessed == null || assessed.tapIds().isEmpty()
                ? ""
                : LocalDateTime.ofInstant(tap.at(), ZONE).format(LABEL) + "="
                        + assessed.net().toMajor();
    }

    static Instant at(String text) {
        int days = text.startsWith("d") ? Integer.parseInt(text.substring(1, text.indexOf('/'))) : 0;
        String time = text.substring(text.indexOf('/') + 1);
        return DAY.plusDays(days).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    /** The gate is that of the place and the direction. */
    static Tap tap(String text) {
        String[] parts = text.strip().split(" ", -1);
        String place = parts[2];
        String route = route(place);
        String gate = place + parts[1];
        String stop = switch (place.charAt(0)) {
            case 'A' -> "MTR:AEL" + place.substring(1);
            case 'B', 'R', 'T', 'S' -> route + "#" + place.charAt(1);
            case 'Z' -> "SZM:" + place.charAt(1);
            default -> "MTR:" + place;
        };
        return new Tap(
                "tap:" + gate + ":" + parts[0],
                at(parts[0]),
                gate,
                route.substring(0, route.indexOf(':')),
                route,
                stop,
                place.contains("/") ? place.substring(place.indexOf('/') + 1) : null,
                parts[1].equals("E") ? Direction.ENTRY : Direction.EXIT);
    }

    static List<Tap> listOf(String taps) {
        return Arrays.stream(taps.split(";", -1)).map(RiderDay::tap).toList();
    }

    private static String route(String place) {
        return switch (place.charAt(0)) {
            case 'A' -> "MTR:airport-express";
            case 'B' -> "KMB:1A:1";
            case 'R' -> "KMB:52X:2";
            case 'Z' -> "SZM:metro";
            case 'T' -> "HKT:1:1";
            case 'S' -> "STAR:central-tsim-sha-tsui";
            default -> "MTR:heavy-rail";
        };
    }
}
