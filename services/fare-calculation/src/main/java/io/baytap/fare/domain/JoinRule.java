package io.baytap.fare.domain;

import org.jspecify.annotations.Nullable;

/**
 * One row of {@code fare_leg_join_rules.txt}: two legs that are priced as one.
 *
 * @param row the row in that file; the header is row 1
 * @param fromStopId where the first ends; null: where the second begins
 */
public record JoinRule(
        int row,
        String fromNetwork,
        String toNetwork,
        @Nullable String fromStopId,
        @Nullable String toStopId) {

    boolean joins(String network, String leftAt, String nextNetwork, String enteredAt) {
        return fromNetwork.equals(network)
                && toNetwork.equals(nextNetwork)
                && (fromStopId == null
                        ? leftAt.equals(enteredAt)
                        : fromStopId.equals(leftAt) && enteredAt.equals(toStopId));
    }
}
