package io.baytap.fx.domain;

/**
 * Whether this replica does what only one should do. Two may believe it for a moment: what a leader does must be fenced, or
 * do no harm when it is done twice.
 */
@FunctionalInterface
public interface Leadership {

    boolean leads();

    /** Stands for election, if there is one. */
    default void start() {}

    /** Leaves office, if it has it: another replica may lead at once. */
    default void stop() {}
}
