package io.baytap.sandbox.statements;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The part of a request's target behind the question mark. */
public record Query(Map<String, String> parameters) {

    /** Of {@code /path?a=1&b=2}, or of a target without a question mark: empty then. */
    public static Query of(String target) {
        int question = target.indexOf('?');
        Map<String, String> parameters = new HashMap<>();
        if (question >= 0) {
            for (String pair : target.substring(question + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
                }
            }
        }
        return new Query(parameters);
    }

    /** Empty if it is missing or blank. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isBlank());
    }

    /** Empty if it is not a whole number from 0 on. */
    OptionalInt number(String name) {
        return text(name)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElse(OptionalInt.empty());
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            // What is not encoded well is taken as it stands; no parameter looks like that.
            return text;
        }
    }
}
