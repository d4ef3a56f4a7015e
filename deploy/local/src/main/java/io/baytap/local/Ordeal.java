package io.baytap.local;

import io.baytap.sandbox.day.Progress;
import java.time.Instant;
import java.util.List;

/** What is done to a line while a day goes through it. */
interface Ordeal extends Progress, AutoCloseable {

    /** What each replica that was killed cost; waits until it was made up for. */
    default List<Summary.Pause> pauses() {
        return List.of();
    }

    /** What was not as it has to be; waits until it is over. */
    default List<String> differences() {
        return List.of();
    }

    @Override
    default void close() {}

    /** Nothing. */
    final class None implements Ordeal {

        @Override
        public void advanced(long done, long total, Instant time) {}
    }
}
