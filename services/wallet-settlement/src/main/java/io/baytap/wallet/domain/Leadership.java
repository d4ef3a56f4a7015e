package io.baytap.wallet.domain;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * One replica at a time does what must not be done side by side. Two may believe for a moment that they lead; only one has
 * the term, and the database asks for it.
 */
@FunctionalInterface
public interface Leadership extends AutoCloseable {

    /** The term in which this replica leads; none while another does. */
    Optional<Term> term();

    /** To be told that a term turned out to be over. */
    default void over(Term term) {}

    /** Stands for election until closed, if there is one. */
    default void start() {}

    /** Leaves office, if it has it: another replica may lead at once. */
    @Override
    default void close() {}

    /**
     * Does the work if this replica leads.
     *
     * @return whether it did
     */
    default boolean lead(Consumer<Term> work) {
        Optional<Term> mine = term();
        try {
            mine.ifPresent(work);
            return mine.isPresent();
        } catch (TermOver e) {
            mine.ifPresent(this::over);
            return false;
        }
    }
}
