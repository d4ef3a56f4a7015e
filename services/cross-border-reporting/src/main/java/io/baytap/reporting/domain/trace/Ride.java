package io.baytap.reporting.domain.trace;

import java.util.Comparator;
import java.util.List;

/**
 * A journey and all that became of it.
 *
 * @param steps in the order of the line, then of their times
 */
public record Ride(String journeyId, List<Step> steps) {

    private static final Comparator<Step> ORDER =
            Comparator.comparingInt(Ride::place).thenComparing(Step::at).thenComparing(Step::id);

    /** A ride of these steps. */
    public static Ride of(String journeyId, List<Step> steps) {
        return new Ride(journeyId, steps.stream().distinct().sorted(ORDER).toList());
    }

    /** A fare's time is its journey's: by times alone, a correction would stand among the taps. */
    private static int place(Step step) {
        return switch (step) {
            case Step.Tapped _, Step.Refused _ -> 0;
            case Step.Priced _ -> 1;
            case Step.Posted _ -> 2;
            case Step.Charged _, Step.WrittenOff _ -> 3;
            case Step.Closed _ -> 4;
            case Step.Broken _ -> 5;
        };
    }
}
