package io.baytap.reporting.page;

import io.baytap.reporting.neighbours.TapIngest.Gate;
import io.baytap.reporting.neighbours.TapIngest.Owing;
import io.baytap.reporting.neighbours.Told;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The gates that owe taps as a table, those that owe most first. */
final class OwingGates {

    private static final int GATES_MAX = 50;
    private static final int RANGES_MAX = 5;

    private OwingGates() {}

    static Part part(Shell shell, Told<Owing> told) {
        var text = shell.messages(LineMessages.class);
        int more =
                told instanceof Told.Known<Owing>(Owing owing) ? owing.gates().size() - GATES_MAX : 0;
        Table frame = new Table(
                "owing",
                more > 0 ? text.owing() + " \u00b7 " + text.moreGates(more) : text.owing(),
                List.of(text.gate(), text.sequences()),
                List.of(shell.messages(ConsoleMessages.class).taps()),
                List.of(),
                List.of());
        return Part.of(
                shell,
                told,
                frame,
                owing -> owing.gates().stream()
                        .sorted(Comparator.comparingLong(Gate::taps).reversed().thenComparing(Gate::gateId))
                        .limit(GATES_MAX)
                        .map(OwingGates::row)
                        .toList());
    }

    private static Row row(Gate gate) {
        String ranges = gate.owed().stream()
                .limit(RANGES_MAX)
                .map(Object::toString)
                .collect(Collectors.joining(", ", "", gate.owed().size() > RANGES_MAX ? " \u2026" : ""));
        return new Row(List.of(gate.gateId(), ranges), List.of(Figure.count("owing-" + gate.gateId(), gate.taps())));
    }
}
