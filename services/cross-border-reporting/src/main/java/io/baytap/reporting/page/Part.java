package io.baytap.reporting.page;

import io.baytap.reporting.neighbours.Told;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a screen that another service fills.
 *
 * @param table without rows if it is unavailable
 * @param unavailable why there is no table, in the visitor's language; null if there is one
 */
public record Part(Table table, @Nullable String unavailable) {

    /** @param frame the table without its rows */
    static <T> Part of(Shell shell, Told<T> told, Table frame, Function<T, List<Row>> rows) {
        return switch (told) {
            case Told.Known<T>(T value) -> new Part(frame.with(rows.apply(value)), null);
            case Told.Refused<T> _, Told.Unavailable<T> _ -> new Part(frame, why(shell, told));
        };
    }

    /** Why there is no answer; null if there is one. */
    static @Nullable String why(Shell shell, Told<?> told) {
        NeighbourMessages text = shell.messages(NeighbourMessages.class);
        return switch (told) {
            case Told.Known<?> _ -> null;
            case Told.Refused<?> _ -> text.refused();
            case Told.Unavailable<?>(Told.Why why) -> text.unavailable(why);
        };
    }
}
