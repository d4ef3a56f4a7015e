package io.baytap.reporting.domain.trace;

import io.baytap.reporting.domain.DayRange;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Follows rides: from any id that an event names to the journeys, from a journey to all that became of it. */
public final class Trace {

    /** More of one journey there is not; of a gate or a batch the newest are shown. */
    public static final int STEPS_MAX = 500;

    private final KeptEvents events;
    private final StepReader reader;

    public Trace(KeptEvents events, StepReader reader) {
        this.events = events;
        this.reader = reader;
    }

    /**
     * What was found under an id.
     *
     * @param steps the newest first
     * @param journeys of those steps, by their newest step
     * @param more whether there are older ones
     */
    public record Found(List<Step> steps, List<String> journeys, boolean more) {}

    /** Searches by the id of a rider, gate, tap, journey, charge, attempt, refund, batch, break or proposal, ours or the provider's. */
    public Uni<Found> search(String id, DayRange days) {
        return steps(List.of(id), days).flatMap(steps -> {
            List<String> taps = steps.stream()
                    .filter(Step.Tapped.class::isInstance)
                    .map(Step::id)
                    .toList();
            return steps(taps, days).map(named -> {
                List<Step> all = new ArrayList<>(steps);
                all.addAll(named);
                return new Found(steps, journeys(all), steps.size() == STEPS_MAX);
            });
        });
    }

    /** The ride of a journey; empty if there is none in those days. */
    public Uni<Optional<Ride>> ride(String journeyId, DayRange days) {
        return steps(List.of(journeyId), days).flatMap(own -> {
            Collection<String> others = new TreeSet<>();
            Map<String, Step> steps = new LinkedHashMap<>();
            for (Step step : own) {
                steps.put(step.id(), step);
                switch (step) {
                    case Step.Priced fare -> others.addAll(fare.tapIds());
                    case Step.Posted posted -> others.add("batch:" + posted.batchId());
                    case Step.Charged charged -> others.add(charged.number());
                    case Step.Tapped _, Step.Refused _, Step.WrittenOff _, Step.Closed _, Step.Broken _ -> {}
                }
            }
            return steps(others, days).map(more -> {
                more.stream().filter(step -> isOf(journeyId, step)).forEach(step -> steps.put(step.id(), step));
                return steps.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Ride.of(journeyId, List.copyOf(steps.values())));
            });
        });
    }

    /** A tap may belong to two journeys, a break names the attempt that other events name, too. */
    private static boolean isOf(String journeyId, Step step) {
        return step.journeyId() == null || journeyId.equals(step.journeyId());
    }

    private Uni<List<Step>> steps(Collection<String> ids, DayRange days) {
        return events.find(ids, days, STEPS_MAX)
                .map(kept -> kept.stream()
                        .map(reader::read)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static List<String> journeys(List<Step> steps) {
        return steps.stream()
                .map(Step::journeyId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
