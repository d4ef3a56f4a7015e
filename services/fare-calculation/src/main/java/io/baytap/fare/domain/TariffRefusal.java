package io.baytap.fare.domain;

import org.jspecify.annotations.Nullable;

/**
 * Why an operator's files are not in force.
 *
 * @param file the table within the feed, or the policy file
 * @param row the row in it, the header being row 1; null if the fault is that something is missing
 * @param inForce the version that stays; null if the operator has none
 */
public record TariffRefusal(
        String operatorId,
        String file,
        @Nullable Integer row,
        String reason,
        @Nullable String inForce) {

    /** For people and logs. */
    @Override
    public String toString() {
        return operatorId + " " + file + (row == null ? "" : " row " + row) + ": " + reason;
    }
}
