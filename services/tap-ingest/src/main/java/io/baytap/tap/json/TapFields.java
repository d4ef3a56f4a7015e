package io.baytap.tap.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.baytap.tap.domain.TapDraft;
import io.baytap.tap.domain.Timestamps;
import java.io.IOException;
import java.util.function.Consumer;

/** Brings the fields of a JSON object into a draft. */
final class TapFields {

    /** A timestamp or a word of this length is none; longer texts are not looked at. */
    private static final int WORD_MAX = 128;

    private TapFields() {}

    /** Takes the value that the parser stands on. Fields that are not known are those of newer gates. */
    static void take(String field, JsonParser value, TapDraft draft) throws IOException {
        switch (field) {
            case "sequence" -> sequence(value, draft);
            case "occurredAt" -> word(field, value, draft, text -> draft.occurredAt(Timestamps.find(text)));
            case "direction" -> word(field, value, draft, draft::direction);
            case "riderCode" -> text(field, value, draft, draft::riderCode);
            case "routeId" -> text(field, value, draft, draft::routeId);
            case "stopId" -> text(field, value, draft, draft::stopId);
            case "deck" -> text(field, value, draft, draft::deck);
            case "denyListVersion" -> text(field, value, draft, draft::denyListVersion);
            default -> {}
        }
        value.skipChildren();
    }

    private static void sequence(JsonParser value, TapDraft draft) throws IOException {
        boolean whole = value.currentToken() == JsonToken.VALUE_NUMBER_INT
                && value.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        if (whole) {
            draft.sequence(value.getLongValue());
        } else {
            draft.noSequence();
        }
    }

    private static void word(String field, JsonParser value, TapDraft draft, Consumer<String> taker)
            throws IOException {
        text(field, value, draft, text -> {
            if (text.isBlank() || text.length() > WORD_MAX) {
                draft.faulty(field, "1 to " + WORD_MAX + " characters expected");
            } else {
                taker.accept(text);
            }
        });
    }

    /** Null stands for absent, as many JSON writers put it. */
    private static void text(String field, JsonParser value, TapDraft draft, Consumer<String> taker)
            throws IOException {
        switch (value.currentToken()) {
            case VALUE_NULL -> {}
            case VALUE_STRING -> taker.accept(value.getText());
            default -> draft.faulty(field, "text expected");
        }
    }
}
