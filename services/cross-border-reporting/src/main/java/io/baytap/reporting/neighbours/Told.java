package io.baytap.reporting.neighbours;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What became of a question to another service. */
public sealed interface Told<T> {

    /** The answer, checked. */
    record Known<T>(T value) implements Told<T> {}

    /**
     * The other service refuses the question.
     *
     * @param status 400, 404, 409 or 422
     * @param field what is wrong, if it said so
     * @param reason why, if it said so
     */
    record Refused<T>(
            int status, @Nullable String field, @Nullable String reason) implements Told<T> {}

    /** There is no answer that could be shown. */
    record Unavailable<T>(Why why) implements Told<T> {}

    /** Why there is none. */
    enum Why {
        /** No address is set. */
        NOT_CONNECTED,
        /** It does not answer in time, or with a defect or an outage of its own. */
        AWAY,
        /** It does not admit whoever asks. */
        NOT_ADMITTED,
        /** What it says is not what was asked for. */
        UNREADABLE
    }

    default <R> Told<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Known<T>(T value) -> new Known<>(change.apply(value));
            case Refused<T>(int status, String field, String reason) -> new Refused<>(status, field, reason);
            case Unavailable<T>(Why why) -> new Unavailable<>(why);
        };
    }
}
