package io.baytap.tap.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives every tap of a batch its verdict: exactly one each, in the order they came. */
public final class TapJudge {

    private final Registers registers;
    private final RiderCodes codes;
    private final TapMemory memory;
    private final TapLimits limits;

    public TapJudge(Registers registers, RiderCodes codes, TapMemory memory, TapLimits limits) {
        this.registers = registers;
        this.codes = codes;
        this.memory = memory;
        this.limits = limits;
    }

    /** Judges a batch that was received now. */
    public List<Verdict> judge(Gate gate, List<TapReading> batch, Instant now) {
        var verdicts = new ArrayList<Verdict>(batch.size());
        Map<Long, Long> acceptedHere = new HashMap<>();
        for (TapReading reading : batch) {
            Verdict verdict = switch (reading) {
                case TapReading.Malformed malformed -> malformed(malformed, now);
                case TapReading.Complete(var tap) -> judge(gate, tap, acceptedHere, now);
            };
            if (verdict instanceof Verdict.Accepted accepted) {
                acceptedHere.put(accepted.sequence(), accepted.fingerprint());
            }
            verdicts.add(verdict);
        }
        return verdicts;
    }

    private static Verdict malformed(TapReading.Malformed tap, Instant now) {
        Instant occurredAt = tap.occurredAt() != null ? tap.occurredAt() : now;
        return new Verdict.Rejected(
                tap.sequence(),
                tap.fingerprint(),
                occurredAt,
                new RejectReason.MalformedTap(tap.field(), tap.detail()));
    }

    private Verdict judge(Gate gate, Tap tap, Map<Long, Long> acceptedHere, Instant now) {
        Long earlier = acceptedHere.get(tap.sequence());
        if (earlier == null) {
            earlier = memory.find(gate.gateId(), tap.sequence());
        }
        long fingerprint = tap.fingerprint();
        if (earlier == null) {
            return judgeNew(gate, tap, fingerprint, now);
        }
        return earlier == fingerprint
                ? new Verdict.Duplicate(tap.sequence())
                : rejected(tap, fingerprint, new RejectReason.SequenceReused());
    }

    /** Cheapest rules first; the code's signature costs more than all the others together. */
    private Verdict judgeNew(Gate gate, Tap tap, long fingerprint, Instant now) {
        RejectReason clock = TapRules.clock(tap.occurredAt(), now, limits);
        if (clock != null) {
            return rejected(tap, fingerprint, clock);
        }
        return switch (Placement.of(tap, gate, registers.routes())) {
            case Placement.Refused(var reason) -> rejected(tap, fingerprint, reason);
            case Placement.At(var place) ->
                switch (codes.read(tap.riderCode())) {
                    case CodeReading.Refused(var reason) -> rejected(tap, fingerprint, reason);
                    case CodeReading.Genuine(var rider) -> {
                        RejectReason reason = riderReason(tap, rider);
                        boolean late = TapRules.late(tap.occurredAt(), now, limits);
                        yield reason != null
                                ? rejected(tap, fingerprint, reason)
                                : new Verdict.Accepted(tap, fingerprint, rider, place, late);
                    }
                };
        };
    }

    private @Nullable RejectReason riderReason(Tap tap, RiderCode rider) {
        RejectReason validity = TapRules.validity(rider, tap.occurredAt(), limits);
        return validity != null
                ? validity
                : TapRules.denial(registers.denials().find(rider.riderId()), tap.occurredAt());
    }

    private static Verdict rejected(Tap tap, long fingerprint, RejectReason reason) {
        return new Verdict.Rejected(tap.sequence(), fingerprint, tap.occurredAt(), reason);
    }
}
