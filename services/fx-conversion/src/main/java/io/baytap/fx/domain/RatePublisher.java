package io.baytap.fx.domain;

import java.util.List;

/** Where accepted rates go, for every replica to see, and refused ones, for the record. */
public interface RatePublisher {

    /**
     * Returns once all are stored for good.
     *
     * @throws NotStored if not all were; to publish them again does no harm
     */
    void publish(Sifting sifting);

    /** All of these without a refusal. */
    default void publish(List<Rate> rates) {
        publish(new Sifting(rates, List.of()));
    }

    /** Some or all of what had to be written was not stored. */
    final class NotStored extends RuntimeException {
        public NotStored(Throwable cause) {
            super("not everything was stored", cause);
        }
    }
}
