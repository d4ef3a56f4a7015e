package io.baytap.sandbox.conformance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A tap as a gate would write it; any of it may be wrong on purpose. */
public record KitTap(
        long sequence,
        Instant occurredAt,
        boolean entry,
        String riderCode,
        @Nullable String routeId,
        @Nullable String stopId,
        @Nullable String deck,
        @Nullable String denyListVersion) {

    static KitTap of(long sequence, Instant occurredAt, String riderCode) {
        return new KitTap(sequence, occurredAt, true, riderCode, null, null, null, null);
    }

    KitTap exit() {
        return new KitTap(sequence, occurredAt, false, riderCode, routeId, stopId, deck, denyListVersion);
    }

    KitTap at(@Nullable String route, @Nullable String stop) {
        return new KitTap(sequence, occurredAt, entry, riderCode, route, stop, deck, denyListVersion);
    }

    KitTap onDeck(String name) {
        return new KitTap(sequence, occurredAt, entry, riderCode, routeId, stopId, name, denyListVersion);
    }

    KitTap byList(String version) {
        return new KitTap(sequence, occurredAt, entry, riderCode, routeId, stopId, deck, version);
    }

    String json() {
        return "{\"sequence\":" + sequence + ",\"occurredAt\":\"" + occurredAt + "\",\"direction\":\""
                + (entry ? "ENTRY" : "EXIT") + "\",\"riderCode\":\"" + riderCode + "\"" + field("routeId", routeId)
                + field("stopId", stopId) + field("deck", deck) + field("denyListVersion", denyListVersion) + "}";
    }

    private static String field(String name, @Nullable String value) {
        return value == null ? "" : ",\"" + name + "\":\"" + value + "\"";
    }
}
