package io.baytap.tap.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /**
     * When a batch is judged.
     *
     * @param correction added to the gate's times to get ours
     */
    public record Moment(Instant now, Duration correction) {}

    /** Judges a batch that was received now. */
    public List<Verdict> judge(Gate gate, List<TapReading> batch, Moment moment) {
        var verdicts = new ArrayList<Verdict>(batch.size());
        Map<Long, Long> acceptedHere = new HashMap<>();
        for (TapReading reading : batch) {
            Verdict verdict = switch (reading) {
                case TapReading.Malformed malformed -> malformed(malformed, moment.now());
                case TapReading.Complete(var tap) -> judge(gate, tap, acceptedHere, moment);
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

    private Verdict judge(Gate gate, Tap tap, Map<Long, Long> acceptedHere, Moment moment) {
        Long earlier = acceptedHere.get(tap.sequence());
        if (earlier == null) {
            earlier = memory.find(gate.gateId(), tap.sequence());
        }
        long fingerprint = tap.fingerprint();
        if (earlier == null) {
            return judgeNew(gate, tap, fingerprint, moment);
        }
        return earlier == fingerprint
                ? new Verdict.Duplicate(tap.sequence())
                : rejected(tap, fingerprint, new RejectReason.SequenceReused());
    }

    /** Cheapest rules first; the code's signature costs more than all the others together. */
    private Verdict judgeNew(Gate gate, Tap tap, long fingerprint, Moment moment) {
        Instant occurredAt = tap.occurredAt().plus(moment.correction());
        RejectReason clock = TapRules.clock(occurredAt, moment.now(), limits);
        if (clock != null) {
            return rejected(tap, fingerprint, clock);
        }
        return switch (Placement.of(tap, gate, registers.routes())) {
            case Placement.Refused(var reason) -> rejected(tap, fingerprint, reason);
            case Placement.At(var place) ->
                switch (codes.read(tap.riderCode())) {
                    case CodeReading.Refused(var reason) -> rejected(tap, fingerprint, reason);
                    case CodeReading.Genuine(var rider) ->
                        judgeRider(new Placed(tap, fingerprint, place), rider, moment);
                };
        };
    }

    /** A tap whose place is known. */
    private record Placed(Tap tap, long fingerprint, Place place) {}

    private Verdict judgeRider(Placed placed, RiderCode rider, Moment moment) {
        Tap tap = placed.tap();
        Instant occurredAt = tap.occurredAt().plus(moment.correction());
        RejectReason validity = TapRules.validity(rider, occurredAt, limits);
        if (validity != null) {
            return rejected(tap, placed.fingerprint(), validity);
        }
        Denial denial = registers.denials().find(rider.riderId());
        boolean denied = TapRules.denied(denial, occurredAt);
        if (denial != null && denied && !TapRules.couldNotKnow(denial, tap.denyListVersion())) {
            return rejected(tap, placed.fingerprint(), new RejectReason.RiderDenied(denial.since()));
        }
        boolean late = TapRules.late(occurredAt, moment.now(), limits);
        return new Verdict.Accepted(
                tap, placed.fingerprint(), rider, placed.place(), new Verdict.Marks(moment.correction(), late, denied));
    }

    private static Verdict rejected(Tap tap, long fingerprint, RejectReason reason) {
        return new Verdict.Rejected(tap.sequence(), fingerprint, tap.occurredAt(), reason);
    }
}
