package io.baytap.sandbox.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parameters of a form or of an address. Of one that is given twice the last counts. */
record Form(Map<String, String> fields) {

    static Form read(@Nullable String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (encoded != null && !encoded.isEmpty()) {
            for (String pair : encoded.split("&", -1)) {
                int at = pair.indexOf('=');
                String name = at < 0 ? pair : pair.substring(0, at);
                fields.put(decode(name), at < 0 ? "" : decode(pair.substring(at + 1)));
            }
        }
        return new Form(fields);
    }

    @Nullable
    String find(String name) {
        return fields.get(name);
    }

    boolean is(String name, String value) {
        return value.equals(fields.get(name));
    }

    /** An address with these parameters; those that are null are left out. */
    static String address(String to, Map<String, @Nullable String> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
                .collect(Collectors.joining("&", to + "?", ""));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
