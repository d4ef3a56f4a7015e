package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a journey costs what it costs.
 *
 * @param net what it costs after everything
 * @param adjustments from the leg's fare to the net
 * @param notCheaper what was looked at and did not make it cheaper
 */
public record Explanation(
        Journey journey, Assessed assessed, Money net, List<Adjustment> adjustments, List<Note> notCheaper) {

    /**
     * A rule that did not apply.
     *
     * @param rule the clause of the policy or scheme
     * @param reason for a person
     */
    public record Note(String rule, String reason) {}

    /** Empty if the rider has no such journey, or one that waits for a tap still. */
    public static Optional<Explanation> of(String journeyId, RiderHistory history, Rulebook rules) {
        List<Alone> alone = new ArrayList<>();
        Journey found = null;
        for (Journey journey : JourneyRules.pair(history.taps(), rules.tariffs())) {
            Assessed assessed = history.assessed().get(journey.id());
            if (assessed != null && assessed.alone() != null) {
                alone.add(new Alone(
                        journey.id(),
                        assessed.operatorId(),
                        journey.first().at(),
                        journey.last().at(),
                        assessed.alone()));
                found = journey.id().equals(journeyId) ? journey : found;
            }
        }
        return Optional.ofNullable(found).map(journey -> explain(journey, alone, history, rules));
    }

    private static Explanation explain(Journey journey, List<Alone> alone, RiderHistory history, Rulebook rules) {
        List<Note> notes = new ArrayList<>(ofTaps(journey, rules));
        Trail trail = (bill, rule, reason) -> {
            if (bill.alone().journeyId().equals(journey.id())) {
                notes.add(new Note("scheme:" + rule, reason));
            }
        };
        Bill bill = Billing.of(alone, history.spent(), rules, trail).bills().stream()
                .filter(candidate -> candidate.alone().journeyId().equals(journey.id()))
                .findFirst()
                .orElseThrow();
        Assessed assessed = Objects.requireNonNull(history.assessed().get(journey.id()));
        return new Explanation(journey, assessed, bill.net(), bill.adjustments(), List.copyOf(notes));
    }

    private static List<Note> ofTaps(Journey journey, Rulebook rules) {
        Terms terms = journey.first().terms();
        List<Note> notes = new ArrayList<>();
        if (journey.lacksTap()) {
            notes.add(new Note(
                    "policy:maximumFare",
                    "a tap is missing: with it, within " + terms.journeyMax() + ", the fare of the way would count"));
        }
        if (journey.tookTooLong()) {
            notes.add(new Note("policy:journeyMax", "it took longer than " + terms.journeyMax()));
        }
        if (terms.pairing() == Pairing.BOARD_THEN_REBATE && journey.taps().size() == 1) {
            notes.add(new Note(
                    "policy:pairing",
                    "no tap on leaving: within " + terms.journeyMax()
                            + " it would bring back what the section costs less"));
        }
        rules.tariffs()
                .find(terms.operatorId(), journey.first().at())
                .map(tariff -> tariff.policy().offPeak())
                .orElse(List.of())
                .forEach(offPeak -> notes.add(new Note(
                        "policy:offPeak=" + offPeak.id(),
                        offPeak.percent() + " % less for leaving from " + offPeak.from() + " to " + offPeak.until()
                                + " on days of " + offPeak.service())));
        return notes;
    }
}
