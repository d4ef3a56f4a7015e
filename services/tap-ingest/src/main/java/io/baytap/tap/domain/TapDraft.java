package io.baytap.tap.domain;

import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Collects the fields of one tap by the rules that every format shares; keeps the first fault, so that the rest can still be read past. */
public final class TapDraft {

    private static final int CODE_MAX = 2048;
    private static final int ID_MAX = 128;
    private static final int VERSION_MAX = 512;

    private long sequence = TapReading.NO_SEQUENCE;
    private @Nullable Instant occurredAt;
    private @Nullable Direction direction;
    private @Nullable String riderCode;
    private @Nullable String routeId;
    private @Nullable String stopId;
    private @Nullable String deck;
    private @Nullable String denyListVersion;

    private @Nullable String faultyField;
    private String fault = "";

    /** The gate's count. */
    public void sequence(long value) {
        if (sequence != TapReading.NO_SEQUENCE) {
            faulty("sequence", "given twice");
        } else if (value < 0) {
            noSequence();
        } else {
            sequence = value;
        }
    }

    /** There is something in its place that is no count. */
    public void noSequence() {
        faulty(
                "sequence",
                sequence == TapReading.NO_SEQUENCE
                        ? "a whole number from 0 to 9223372036854775807 expected"
                        : "given twice");
    }

    /** When the rider tapped; null if it is no time. */
    public void occurredAt(@Nullable Instant value) {
        if (occurredAt != null) {
            faulty("occurredAt", "given twice");
        } else if (value == null) {
            faulty("occurredAt", "an RFC 3339 timestamp expected");
        } else {
            occurredAt = value;
        }
    }

    /** ENTRY or EXIT. */
    public void direction(String value) {
        if (direction != null) {
            faulty("direction", "given twice");
            return;
        }
        switch (value) {
            case "ENTRY" -> direction = Direction.ENTRY;
            case "EXIT" -> direction = Direction.EXIT;
            default -> faulty("direction", "ENTRY or EXIT expected");
        }
    }

    /** The signed code that was shown. */
    public void riderCode(String value) {
        riderCode = text("riderCode", riderCode, value, CODE_MAX);
    }

    /** Where it happened, if the gate's place is not fixed. */
    public void routeId(String value) {
        routeId = text("routeId", routeId, value, ID_MAX);
    }

    /** As the route. */
    public void stopId(String value) {
        stopId = text("stopId", stopId, value, ID_MAX);
    }

    /** UPPER or LOWER. */
    public void deck(String value) {
        deck = text("deck", deck, value, ID_MAX);
        if (deck != null && !deck.equals("UPPER") && !deck.equals("LOWER")) {
            faulty("deck", "UPPER or LOWER expected");
        }
    }

    /** What the gate decided by. */
    public void denyListVersion(String value) {
        denyListVersion = text("denyListVersion", denyListVersion, value, VERSION_MAX);
    }

    /** Takes note of a fault. */
    public void faulty(String field, String detail) {
        if (faultyField == null) {
            faultyField = field;
            fault = detail;
        }
    }

    /**
     * The tap, or what is wrong with it.
     *
     * @param fingerprint of what was read, asked for only if it is no tap
     */
    public TapReading finish(LongSupplier fingerprint) {
        if (sequence == TapReading.NO_SEQUENCE) {
            faulty("sequence", "required");
        }
        if (occurredAt == null) {
            faulty("occurredAt", "required");
        }
        if (direction == null) {
            faulty("direction", "required");
        }
        if (riderCode == null) {
            faulty("riderCode", "required");
        }
        if (faultyField != null || occurredAt == null || direction == null || riderCode == null) {
            return new TapReading.Malformed(sequence, fingerprint.getAsLong(), occurredAt, faultyField, fault);
        }
        return new TapReading.Complete(
                new Tap(sequence, occurredAt, direction, riderCode, routeId, stopId, deck, denyListVersion));
    }

    private @Nullable String text(String field, @Nullable String before, String value, int lengthMax) {
        if (before != null) {
            faulty(field, "given twice");
            return before;
        }
        if (value.isBlank() || value.length() > lengthMax) {
            faulty(field, "1 to " + lengthMax + " characters expected");
            return null;
        }
        return value;
    }
}
