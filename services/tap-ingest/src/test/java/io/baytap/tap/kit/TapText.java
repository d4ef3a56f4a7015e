package io.baytap.tap.kit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A tap as JSON; the values are JSON themselves, so that any of them can be wrong. */
public record TapText(Map<String, String> fields) {

    public static TapText of(long sequence, Instant occurredAt, String riderCode) {
        return new TapText(Map.of())
                .with("sequence", Long.toString(sequence))
                .with("occurredAt", quoted(occurredAt.toString()))
                .with("direction", quoted("ENTRY"))
                .with("riderCode", quoted(riderCode));
    }

    public TapText at(String routeId, String stopId) {
        return with("routeId", quoted(routeId)).with("stopId", quoted(stopId));
    }

    public TapText with(String field, String json) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(field, json);
        return new TapText(changed);
    }

    public TapText without(String field) {
        var changed = new LinkedHashMap<>(fields);
        changed.remove(field);
        return new TapText(changed);
    }

    public static String quoted(String text) {
        return "\"" + text + "\"";
    }

    @Override
    public String toString() {
        return fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
