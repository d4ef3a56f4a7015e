package io.baytap.fare.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is kept of a rider: the taps of the last days in time order, and what was published for their journeys.
 *
 * @param assessed by journey id
 * @param spent under caps and subsidies, by journeys that are no longer kept
 * @param accrued of subsidies: what was published
 */
public record RiderHistory(List<RiderTap> taps, Map<String, Assessed> assessed, Totals spent, Totals accrued) {

    public static RiderHistory none() {
        return new RiderHistory(List.of(), Map.of(), Totals.none(), Totals.none());
    }

    public Optional<Tap> find(String tapId) {
        for (RiderTap tap : taps) {
            if (tap.id().equals(tapId)) {
                return Optional.of(tap.tap());
            }
        }
        return Optional.empty();
    }

    /** The time of the latest tap; empty if there is none. */
    public Optional<Instant> latest() {
        return taps.isEmpty() ? Optional.empty() : Optional.of(taps.getLast().at());
    }

    /** With one tap more, at its place in time. */
    public RiderHistory with(RiderTap tap) {
        List<RiderTap> inTime = new ArrayList<>(taps.size() + 1);
        inTime.addAll(taps);
        int at = inTime.size();
        while (at > 0 && Tap.IN_TIME.compare(inTime.get(at - 1).tap(), tap.tap()) > 0) {
            at--;
        }
        inTime.add(at, tap);
        return new RiderHistory(inTime, assessed, spent, accrued);
    }

    /**
     * Without what ended a day before that time, so that a tap of that time still finds the entry it belongs to. Only whole stretches of travel go, up to a pause that no transfer spans, so that
     * what stays is priced as before; what they add to caps and subsidies stays as a sum.
     */
    public RiderHistory since(Instant oldestTap, Rulebook rules) {
        Instant oldest = oldestTap.minus(JourneyRules.PAIRING_MAX);
        if (!taps.isEmpty() && !taps.getFirst().at().isBefore(oldest)) {
            return this;
        }
        List<Journey> journeys = JourneyRules.pair(taps, rules.tariffs());
        int forgotten = endOfOld(journeys, oldest);
        Instant next =
                forgotten < journeys.size() ? journeys.get(forgotten).first().at() : oldest;
        List<Alone> old = new ArrayList<>();
        Map<String, Assessed> stillAssessed = new LinkedHashMap<>(assessed);
        Set<String> kept = new HashSet<>();
        journeys.subList(forgotten, journeys.size()).forEach(journey -> kept.add(journey.id()));
        for (Journey journey : journeys.subList(0, forgotten)) {
            Assessed before = assessed.get(journey.id());
            if (before != null && before.alone() != null) {
                old.add(new Alone(
                        journey.id(),
                        before.operatorId(),
                        journey.first().at(),
                        journey.last().at(),
                        before.alone()));
            }
        }
        List<RiderTap> stillTaps =
                taps.stream().filter(tap -> !tap.at().isBefore(next)).toList();
        taps.stream()
                .filter(tap -> tap.at().isBefore(next))
                .map(tap -> Journey.idOf(tap.id()))
                .filter(id -> !kept.contains(id))
                .forEach(stillAssessed::remove);
        return new RiderHistory(
                stillTaps,
                stillAssessed,
                spent.plus(Billing.of(old, spent, rules, Trail.NONE).spent(), oldest),
                accrued.plus(Map.of(), oldest));
    }

    /** True if nothing of the rider matters any more. */
    public boolean isEmpty() {
        return taps.isEmpty() && spent.isEmpty() && accrued.isEmpty();
    }

    /**
     * When something of it can be forgotten at last, if no tap comes.
     *
     * @param horizon how long after it a tap may come
     */
    public Optional<Instant> forgettableAt(Duration horizon) {
        Optional<Instant> last = latest().or(() -> Stream.of(spent.keptUntil(), accrued.keptUntil())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder()));
        return last.map(
                time -> time.plus(horizon).plus(JourneyRules.PAIRING_MAX).plus(1, ChronoUnit.MICROS));
    }

    /** How many journeys, from the first on, ended before that time and a pause before the next. */
    private static int endOfOld(List<Journey> journeys, Instant oldest) {
        Instant end = Instant.MIN;
        int forgotten = 0;
        for (int i = 0; i < journeys.size(); i++) {
            Instant start = journeys.get(i).first().at();
            if (start.isAfter(end.plus(Transfers.PAUSE_MAX)) && i > 0) {
                forgotten = i;
            }
            Instant journeyEnd = journeys.get(i).end();
            end = journeyEnd.isAfter(end) ? journeyEnd : end;
            if (!end.isBefore(oldest)) {
                return forgotten;
            }
        }
        return journeys.size();
    }
}
