package io.baytap.tap.domain;

import java.security.PublicKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A gate as its operator registered it.
 *
 * @param changedAt when it was registered or changed last
 */
public record Gate(
        String gateId, String operatorId, Mode mode, Stand stand, Keys keys, Standing standing, Instant changedAt) {

    /** What stands behind the gate. */
    public enum Mode {
        RAIL,
        LIGHT_RAIL,
        BUS,
        TRAM,
        FERRY,
        /** One that this version does not know. */
        UNKNOWN
    }

    /** Where a gate is fixed to; each part is null where the taps name it, as in a vehicle. */
    public record Stand(
            @Nullable String routeId,
            @Nullable String stopId,
            @Nullable String deck) {

        /** In a vehicle, which moves: every tap names its place. */
        public static final Stand MOVING = new Stand(null, null, null);
    }

    /**
     * Ed25519 keys that sign the gate's batches.
     *
     * @param previous signs as well for a while after a rotation; null if there is none
     */
    public record Keys(PublicKey current, @Nullable Previous previous) {

        /** A key that was rotated out. */
        public record Previous(PublicKey key, Instant until) {}

        /** One that was never rotated. */
        public static Keys of(PublicKey key) {
            return new Keys(key, null);
        }
    }

    /**
     * Whether anything is taken from it.
     *
     * @param suspendedSince null if it is not suspended, or nobody said since when
     */
    public record Standing(boolean active, @Nullable Instant suspendedSince) {
        public static final Standing ACTIVE = new Standing(true, null);
    }

    /** Nothing is taken from a gate that is not. */
    public boolean active() {
        return standing.active();
    }
}
