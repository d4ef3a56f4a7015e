package io.baytap.local;

import io.baytap.local.events.Fare;
import io.baytap.sandbox.day.ExpectedAdjustment;
import io.baytap.sandbox.day.ExpectedDay;
import io.baytap.sandbox.day.ExpectedJourney;
import io.baytap.sandbox.day.Note;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each rule of the tariffs and schemes decided, as expected and as the fares say. */
final class RuleCounts {

    private final List<ExpectedJourney> journeys;
    private final Map<String, Fare> fares;

    /** @param fares of journeys, by journey id, as they stand last */
    RuleCounts(ExpectedDay expected, Map<String, Fare> fares) {
        this.journeys = expected.riders().stream()
                .flatMap(rider -> rider.journeys().stream())
                .toList();
        this.fares = fares;
    }

    List<Summary.RuleTotal> all() {
        List<Summary.RuleTotal> totals = new ArrayList<>();
        totals.add(rebates());
        for (ExpectedAdjustment.Kind kind : ExpectedAdjustment.Kind.values()) {
            totals.add(adjustments(kind));
        }
        for (Note note : Note.values()) {
            if (note != Note.REBATE) {
                totals.add(noted(note));
            }
        }
        return totals;
    }

    /** What came back of boarding fares. */
    private Summary.RuleTotal rebates() {
        List<ExpectedJourney> expected = with(Note.REBATE);
        Map<String, Long> seenMinor = new TreeMap<>();
        long seen = 0;
        for (ExpectedJourney journey : expected) {
            Fare fare = fares.get(journey.journeyId());
            long boarding = journey.aloneMinor() + journey.rebateMinor();
            if (fare != null && fare.aloneMinor() < boarding) {
                seen++;
                seenMinor.merge(fare.currency(), fare.aloneMinor() - boarding, Math::addExact);
            }
        }
        return new Summary.RuleTotal(
                Note.REBATE.name(),
                expected.size(),
                seen,
                Totals.by(expected, ExpectedJourney::fareCurrency, journey -> -journey.rebateMinor()),
                seenMinor);
    }

    private Summary.RuleTotal adjustments(ExpectedAdjustment.Kind kind) {
        List<ExpectedJourney> expected = journeys.stream()
                .filter(journey -> journey.adjustedMinor(kind) != 0)
                .toList();
        Collection<Fare> seen = fares.values().stream()
                .filter(fare -> fare.adjustedMinor().containsKey(kind.name()))
                .toList();
        return new Summary.RuleTotal(
                kind.name(),
                expected.size(),
                seen.size(),
                Totals.by(expected, ExpectedJourney::fareCurrency, journey -> journey.adjustedMinor(kind)),
                Totals.by(seen, Fare::currency, fare -> fare.adjustedMinor().getOrDefault(kind.name(), 0L)));
    }

    /** The fares of journeys of which something is out of the ordinary: seen are those that cost alone what they should. */
    private Summary.RuleTotal noted(Note note) {
        List<ExpectedJourney> expected = with(note);
        List<ExpectedJourney> seen =
                expected.stream().filter(this::isAsExpected).toList();
        return new Summary.RuleTotal(
                note.name(),
                expected.size(),
                seen.size(),
                Totals.by(expected, ExpectedJourney::fareCurrency, ExpectedJourney::aloneMinor),
                Totals.by(seen, ExpectedJourney::fareCurrency, ExpectedJourney::aloneMinor));
    }

    private boolean isAsExpected(ExpectedJourney journey) {
        Fare fare = fares.get(journey.journeyId());
        return fare != null && fare.aloneMinor() == journey.aloneMinor() && fare.complete() == journey.complete();
    }

    private List<ExpectedJourney> with(Note note) {
        return journeys.stream()
                .filter(journey -> journey.notes().contains(note))
                .toList();
    }
}
