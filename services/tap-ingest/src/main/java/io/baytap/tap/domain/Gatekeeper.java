package io.baytap.tap.domain;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;

/** Decides from whom requests are taken. */
public final class Gatekeeper {

    private final Register<Gate> gates;
    private final GateSignatures signatures;
    private final GateClock clock;
    private final TapLimits limits;

    public Gatekeeper(Register<Gate> gates, GateSignatures signatures, GateClock clock, TapLimits limits) {
        this.gates = gates;
        this.signatures = signatures;
        this.clock = clock;
        this.limits = limits;
    }

    /** What the envelope alone says: cheap, and asked before any of the body is read. */
    public Admission admit(Envelope envelope, Door door) {
        Gate gate = gates.find(envelope.gateId());
        if (gate == null) {
            return new Admission.Refused(new Refusal.UnknownGate());
        }
        if (!gate.active()) {
            return new Admission.Refused(new Refusal.GateSuspended());
        }
        Instant now = clock.now(envelope.sentAt());
        Duration age = Duration.between(envelope.sentAt(), now);
        // What a broker kept while we were away is as old as it is; the gate could not help it.
        Duration ageMax = door.carried() ? limits.tooOldAfter() : limits.sentAtSkewMax();
        if (age.compareTo(ageMax) > 0 || age.negated().compareTo(limits.sentAtSkewMax()) > 0) {
            return new Admission.Refused(new Refusal.ClockSkewed(now, limits.sentAtSkewMax()));
        }
        boolean prompt = age.compareTo(limits.sentAtSkewMax()) <= 0;
        return new Admission.Admitted(gate, now, prompt);
    }

    /** True if this gate signed this body in this envelope. */
    public boolean signed(Admission.Admitted admitted, Envelope envelope, byte[] body) {
        Gate.Keys keys = admitted.gate().keys();
        Gate.Keys.Previous previous = keys.previous();
        return verify(keys.current(), envelope, body)
                || (previous != null
                        && admitted.now().isBefore(previous.until())
                        && verify(previous.key(), envelope, body));
    }

    private boolean verify(PublicKey key, Envelope envelope, byte[] body) {
        return signatures.verify(key, envelope.signature().bytes(), envelope.preamble(), body);
    }

    /** Whether a gate may speak. */
    public sealed interface Admission {

        /**
         * It may.
         *
         * @param now when the request's taps are judged
         * @param prompt false if it was kept on the way, so that its age says nothing about the gate's clock
         */
        record Admitted(Gate gate, Instant now, boolean prompt) implements Admission {}

        record Refused(Refusal refusal) implements Admission {}
    }
}
