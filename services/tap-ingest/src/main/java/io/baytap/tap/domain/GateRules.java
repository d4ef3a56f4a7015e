package io.baytap.tap.domain;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How a gate's registration may change. Each rule, asked again with the same words, changes nothing more. */
public final class GateRules {

    private GateRules() {}

    /** What an operator says about a gate. */
    public record Registration(String gateId, String operatorId, Gate.Mode mode, Gate.Stand stand, PublicKey key) {}

    /** A new gate, or the same one anew. Registering lifts no suspension; a key that stays keeps its overlap. */
    public static Gate register(@Nullable Gate before, Registration registration, Instant now) {
        boolean sameKey = before != null && before.keys().current().equals(registration.key());
        return new Gate(
                registration.gateId(),
                registration.operatorId(),
                registration.mode(),
                registration.stand(),
                before != null && sameKey ? before.keys() : Gate.Keys.of(registration.key()),
                before == null ? Gate.Standing.ACTIVE : before.standing(),
                after(before, now));
    }

    /** The new key signs from now on, the old one until the overlap is over. An answer that was lost may be asked for again. */
    public static Gate rotate(Gate gate, PublicKey key, Duration overlap, Instant now) {
        if (gate.keys().current().equals(key)) {
            return gate;
        }
        var previous =
                new Gate.Keys.Previous(gate.keys().current(), now.plus(overlap).truncatedTo(ChronoUnit.MICROS));
        return with(gate, new Gate.Keys(key, overlap.isZero() ? null : previous), gate.standing(), now);
    }

    /** Nothing is taken from it until it is resumed. */
    public static Gate suspend(Gate gate, Instant now) {
        return gate.active()
                ? with(gate, gate.keys(), new Gate.Standing(false, now.truncatedTo(ChronoUnit.MICROS)), now)
                : gate;
    }

    /** Taken from again. */
    public static Gate resume(Gate gate, Instant now) {
        return gate.active() ? gate : with(gate, gate.keys(), Gate.Standing.ACTIVE, now);
    }

    private static Gate with(Gate gate, Gate.Keys keys, Gate.Standing standing, Instant now) {
        return new Gate(gate.gateId(), gate.operatorId(), gate.mode(), gate.stand(), keys, standing, after(gate, now));
    }

    /** Later than the change before, whatever the clocks of two replicas say: the time is part of the event's id. */
    private static Instant after(@Nullable Gate before, Instant now) {
        Instant time = now.truncatedTo(ChronoUnit.MICROS);
        return before == null || time.isAfter(before.changedAt())
                ? time
                : before.changedAt().plus(1, ChronoUnit.MICROS);
    }
}
