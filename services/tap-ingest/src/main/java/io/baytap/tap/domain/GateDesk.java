package io.baytap.tap.domain;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Registers, rotates and suspends gates for their operators. */
public final class GateDesk {

    /** A gate's id is a level of an MQTT topic, a part of a path and of event ids. */
    private static final Pattern GATE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:~-]{0,127}");

    /** What stands in a gate's place in the path of another question. */
    private static final String RESERVED = "owing";

    private final Register<Gate> gates;
    private final GateLine line;
    private final BooleanSupplier ready;
    private final Duration overlapMax;

    /** Changes nothing until it is ready: until the registers are read to the end. */
    public GateDesk(Register<Gate> gates, GateLine line, BooleanSupplier ready, Duration overlapMax) {
        this.gates = gates;
        this.line = line;
        this.ready = ready;
        this.overlapMax = overlapMax;
    }

    /** What an operator gets. */
    public sealed interface Answer {

        /** The gate as it stands now; Kafka has it. */
        record Standing(Gate gate) implements Answer {}

        record Refused(RegistryRefusal refusal) implements Answer {}
    }

    /** The gate as this replica knows it. */
    public Answer find(String gateId) {
        return change(gateId, gate -> gate);
    }

    /** Registers a gate, or replaces what was registered. */
    public Answer register(GateRules.Registration registration, Instant now) {
        if (!GATE_ID.matcher(registration.gateId()).matches()
                || registration.gateId().equals(RESERVED)) {
            return malformed("gateId", "1 to 128 of A-Z a-z 0-9 . _ : ~ - expected, a letter or digit first");
        }
        if (!ready.getAsBoolean()) {
            return new Answer.Refused(new RegistryRefusal.Starting());
        }
        Gate before = gates.find(registration.gateId());
        return publish(before, GateRules.register(before, registration, now));
    }

    /** Gives the gate a new key; the old one signs as well until the overlap is over. */
    public Answer rotate(String gateId, PublicKey key, Duration overlap, Instant now) {
        if (overlap.isNegative() || overlap.compareTo(overlapMax) > 0) {
            return malformed("overlap", "PT0S to " + overlapMax + " expected");
        }
        return change(gateId, gate -> GateRules.rotate(gate, key, overlap, now));
    }

    /** Suspends the gate. */
    public Answer suspend(String gateId, Instant now) {
        return change(gateId, gate -> GateRules.suspend(gate, now));
    }

    /** Ends a suspension. */
    public Answer resume(String gateId, Instant now) {
        return change(gateId, gate -> GateRules.resume(gate, now));
    }

    private Answer change(String gateId, UnaryOperator<Gate> rule) {
        if (!ready.getAsBoolean()) {
            return new Answer.Refused(new RegistryRefusal.Starting());
        }
        Gate gate = gates.find(gateId);
        return gate == null ? new Answer.Refused(new RegistryRefusal.UnknownGate()) : publish(gate, rule.apply(gate));
    }

    private Answer publish(@Nullable Gate before, Gate after) {
        if (after.equals(before)) {
            return new Answer.Standing(after);
        }
        return switch (line.publish(after)) {
            case STORED -> new Answer.Standing(after);
            case AWAY -> new Answer.Refused(new RegistryRefusal.LineAway());
        };
    }

    private static Answer malformed(String field, String detail) {
        return new Answer.Refused(new RegistryRefusal.MalformedGate(field, detail));
    }
}
