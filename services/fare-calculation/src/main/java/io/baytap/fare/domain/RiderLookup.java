package io.baytap.fare.domain;

/** Finds what is kept of a rider, here or at another replica. */
public interface RiderLookup {

    /** Where the rider was found. */
    sealed interface Found {
        /** This replica has the rider; a rider whom nobody knows has an empty history. */
        record Here(RiderHistory history) implements Found {}

        /**
         * Another replica has.
         *
         * @param address its host and port
         */
        record Elsewhere(String address) implements Found {}

        /** Nobody has at the moment: partitions move or are restored. */
        record Nowhere(String state) implements Found {}
    }

    /** The answer of a moment: partitions move. */
    Found find(String riderId);
}
