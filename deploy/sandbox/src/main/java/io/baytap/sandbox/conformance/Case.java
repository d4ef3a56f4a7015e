package io.baytap.sandbox.conformance;

import java.util.function.Predicate;

/**
 * One thing that an intake must do.
 *
 * @param applies whether it can be played at a door, with what the kit was given
 */
record Case(String name, Predicate<Stage> applies, Play play) {

    /** Sends something and says what must come. */
    @FunctionalInterface
    interface Play {
        void run(Stage stage) throws InterruptedException;
    }

    static Case of(String name, Play play) {
        return new Case(name, _ -> true, play);
    }

    /** Only where Kafka and its registry are given. */
    static Case withTopics(String name, Play play) {
        return new Case(name, stage -> stage.topics() != null, play);
    }

    /** Only where a batch may be JSON. */
    static Case inJson(String name, Play play) {
        return new Case(name, stage -> stage.door().speaks(KitBatch.JSON), play);
    }
}
