package io.baytap.fx.domain;

import java.util.List;

/** Where accepted rates go, for every replica to see. */
public interface RatePublisher {

    /**
     * Returns once all are stored for good.
     *
     * @throws RatesNotStored if not all were; to publish them again does no harm
     */
    void publish(List<Rate> rates);

    /** Some or all of the rates were not stored. */
    final class RatesNotStored extends RuntimeException {
        public RatesNotStored(Throwable cause) {
            super("not all rates were stored", cause);
        }
    }
}
