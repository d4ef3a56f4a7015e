package io.baytap.sandbox.day;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Taps as the JSON array that a gate sends. */
final class TapWriter {

    private final JsonFactory json = new JsonFactory();
    private final Wallets wallets;

    TapWriter(Wallets wallets) {
        this.wallets = wallets;
    }

    byte[] write(List<PlannedTap> taps) {
        var bytes = new ByteArrayOutputStream(512 * taps.size());
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartArray();
            for (PlannedTap tap : taps) {
                write(out, tap);
            }
            out.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void write(JsonGenerator out, PlannedTap tap) throws IOException {
        out.writeStartObject();
        out.writeNumberField("sequence", tap.sequence());
        out.writeStringField("occurredAt", tap.occurredAt().toString());
        out.writeStringField("direction", tap.entry() ? "ENTRY" : "EXIT");
        out.writeStringField("riderCode", wallets.show(tap));
        if (tap.routeId() != null) {
            out.writeStringField("routeId", tap.routeId());
        }
        if (tap.stopId() != null) {
            out.writeStringField("stopId", tap.stopId());
        }
        out.writeEndObject();
    }
}
