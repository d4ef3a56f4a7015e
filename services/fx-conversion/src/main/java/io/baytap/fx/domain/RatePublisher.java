package io.baytap.fx.domain;

/** Where accepted rates go, for every replica to see, and refused ones, for the record. */
@FunctionalInterface
public interface RatePublisher {

    /**
     * Begins a term: whoever has begun before, on any replica, publishes nothing any more.
     *
     * @throws NotStored if it cannot begin now
     */
    Term begin();

    /** Publishes until the next term begins anywhere. */
    interface Term extends AutoCloseable {

        /**
         * Returns once all are stored for good.
         *
         * @throws NotStored if nothing was: the term may be over; another may be begun to try again
         */
        void publish(Sifting sifting);

        @Override
        void close();
    }

    /** What had to be written was not stored. */
    final class NotStored extends RuntimeException {
        public NotStored(Throwable cause) {
            super("not everything was stored", cause);
        }
    }
}
