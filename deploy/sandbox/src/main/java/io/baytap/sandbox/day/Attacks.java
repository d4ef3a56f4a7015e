package io.baytap.sandbox.day;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Requests that are to be refused as a whole: a stolen gate, a gate that nobody registered, batches signed with another key. */
final class Attacks {

    private static final int OF_EACH = 3;

    private final List<PlannedTap> taps;
    private final SplittableRandom random;

    Attacks(List<PlannedTap> taps, SplittableRandom random) {
        this.taps = taps;
        this.random = random;
    }

    List<Batch> on(GateYard gates) {
        List<Batch> attacks = new ArrayList<>();
        for (int i = 0; i < OF_EACH; i++) {
            attacks.add(attack(gates.stolen(), true, "GATE_SUSPENDED"));
            attacks.add(attack(GateYard.UNREGISTERED, true, "UNKNOWN_GATE"));
            attacks.add(attack(any().gate(), false, "SIGNATURE_INVALID"));
        }
        return attacks;
    }

    private PlannedTap any() {
        return taps.get(random.nextInt(taps.size()));
    }

    /** Codes copied off the phones of people who ride at that time. */
    private Batch attack(PlannedGate gate, boolean ownKey, String refusal) {
        int first = random.nextInt(taps.size() - OF_EACH);
        List<PlannedTap> copied = new ArrayList<>();
        int count = 1 + random.nextInt(OF_EACH);
        for (int i = 0; i < count; i++) {
            copied.add(copied(taps.get(first + i), gate, i + 1L));
        }
        Instant sentAt = copied.getLast().at().plus(Duration.ofSeconds(20));
        return new Batch(gate, sentAt, copied, ownKey, false, refusal);
    }

    private static PlannedTap copied(PlannedTap tap, PlannedGate gate, long sequence) {
        return new PlannedTap(
                -1,
                gate,
                sequence,
                tap.at(),
                tap.at(),
                true,
                tap.rider(),
                PlannedTap.Code.VALID,
                gate.isFixed() ? null : "KMB:101:1",
                gate.isFixed() ? null : "KMB:101:1#1",
                null);
    }
}
