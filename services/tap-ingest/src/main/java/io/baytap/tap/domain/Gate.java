package io.baytap.tap.domain;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * A gate as its operator registered it.
 *
 * @param key Ed25519, signs the gate's batches
 * @param active nothing is taken from a gate that is not
 */
public record Gate(String gateId, String operatorId, Stand stand, PublicKey key, boolean active) {

    /** Where a gate is fixed to; each part is null where the taps name it, as in a vehicle. */
    public record Stand(
            @Nullable String routeId,
            @Nullable String stopId,
            @Nullable String deck) {

        /** In a vehicle, which moves: every tap names its place. */
        public static final Stand MOVING = new Stand(null, null, null);
    }
}
