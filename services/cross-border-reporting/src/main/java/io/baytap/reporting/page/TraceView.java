package io.baytap.reporting.page;

import io.baytap.reporting.domain.trace.Step;
import io.baytap.reporting.domain.trace.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found under an id.
 *
 * @param id what was looked for; empty before the first search
 * @param fault what is wrong with it, if anything is
 * @param searched whether it was looked for
 * @param more what to say if there are older ones
 */
public record TraceView(
        String id,
        @Nullable String fault,
        boolean searched,
        List<Found> journeys,
        List<Line> steps,
        @Nullable String more) {

    /** A journey that was found. */
    public record Found(String journeyId, String href) {}

    /** A step that was found; {@code href} is its ride's, or looks for its tap. */
    public record Line(String time, String title, String about, String href) {}

    static TraceView empty() {
        return new TraceView("", null, false, List.of(), List.of(), null);
    }

    static TraceView bad(String id, String fault) {
        return new TraceView(id, fault, false, List.of(), List.of(), null);
    }

    static TraceView of(Shell shell, String id, Trace.Found found) {
        TraceMessages text = shell.messages(TraceMessages.class);
        var entries = new StepEntries(text);
        return new TraceView(
                id,
                null,
                true,
                found.journeys().stream()
                        .map(journey -> new Found(journey, StepEntries.ride(journey)))
                        .toList(),
                found.steps().stream().map(step -> line(entries, step)).toList(),
                found.more() ? text.newest(Trace.STEPS_MAX) : null);
    }

    private static Line line(StepEntries entries, Step step) {
        String journey = step.journeyId();
        return new Line(
                Entry.time(step.at()),
                entries.title(step),
                step.id(),
                journey == null ? StepEntries.search(step.id()) : StepEntries.ride(journey));
    }
}
