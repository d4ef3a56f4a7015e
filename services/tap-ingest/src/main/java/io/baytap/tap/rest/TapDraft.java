package io.baytap.tap.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.baytap.tap.domain.Direction;
import io.baytap.tap.domain.Tap;
import io.baytap.tap.domain.TapReading;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Collects the fields of one tap; keeps the first fault, so that the rest of the element can still be read past. */
final class TapDraft {

    private static final int CODE_MAX = 2048;
    private static final int ID_MAX = 128;

    private long sequence = TapReading.NO_SEQUENCE;
    private @Nullable Instant occurredAt;
    private @Nullable Direction direction;
    private @Nullable String riderCode;
    private @Nullable String routeId;
    private @Nullable String stopId;
    private @Nullable String deck;

    private @Nullable String faultyField;
    private String fault = "";

    /** Takes the value that the parser stands on. Fields that are not known are those of newer gates. */
    void take(String field, JsonParser value) throws IOException {
        switch (field) {
            case "sequence" -> takeSequence(value);
            case "occurredAt" -> takeOccurredAt(value);
            case "direction" -> takeDirection(value);
            case "riderCode" -> riderCode = text(field, value, riderCode, CODE_MAX);
            case "routeId" -> routeId = text(field, value, routeId, ID_MAX);
            case "stopId" -> stopId = text(field, value, stopId, ID_MAX);
            case "deck" -> takeDeck(value);
            default -> {}
        }
        value.skipChildren();
    }

    /** @param fingerprint of what was read */
    TapReading finish(long fingerprint) {
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
            return new TapReading.Malformed(sequence, fingerprint, occurredAt, faultyField, fault);
        }
        return new TapReading.Complete(new Tap(sequence, occurredAt, direction, riderCode, routeId, stopId, deck));
    }

    private void takeSequence(JsonParser value) throws IOException {
        boolean whole = value.currentToken() == JsonToken.VALUE_NUMBER_INT
                && value.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                && value.getLongValue() >= 0;
        if (sequence != TapReading.NO_SEQUENCE) {
            faulty("sequence", "given twice");
        } else if (whole) {
            sequence = value.getLongValue();
        } else {
            faulty("sequence", "a whole number from 0 to 9223372036854775807 expected");
        }
    }

    private void takeOccurredAt(JsonParser value) throws IOException {
        String text = text("occurredAt", value, occurredAt == null ? null : occurredAt.toString(), ID_MAX);
        if (text != null && occurredAt == null) {
            occurredAt = Timestamps.find(text);
            if (occurredAt == null) {
                faulty("occurredAt", "an RFC 3339 timestamp expected");
            }
        }
    }

    private void takeDirection(JsonParser value) throws IOException {
        String text = text("direction", value, direction == null ? null : direction.name(), ID_MAX);
        if (text != null) {
            switch (text) {
                case "ENTRY" -> direction = Direction.ENTRY;
                case "EXIT" -> direction = Direction.EXIT;
                default -> faulty("direction", "ENTRY or EXIT expected");
            }
        }
    }

    private void takeDeck(JsonParser value) throws IOException {
        deck = text("deck", value, deck, ID_MAX);
        if (deck != null && !deck.equals("UPPER") && !deck.equals("LOWER")) {
            faulty("deck", "UPPER or LOWER expected");
        }
    }

    /** Null stands for absent, as many JSON writers put it. */
    private @Nullable String text(String field, JsonParser value, @Nullable String before, int lengthMax)
            throws IOException {
        if (value.currentToken() == JsonToken.VALUE_NULL) {
            return before;
        }
        if (before != null) {
            faulty(field, "given twice");
            return before;
        }
        if (value.currentToken() != JsonToken.VALUE_STRING) {
            faulty(field, "text expected");
            return null;
        }
        String text = value.getText();
        if (text.isBlank() || text.length() > lengthMax) {
            faulty(field, "1 to " + lengthMax + " characters expected");
            return null;
        }
        return text;
    }

    private void faulty(String field, String detail) {
        if (faultyField == null) {
            faultyField = field;
            fault = detail;
        }
    }
}
