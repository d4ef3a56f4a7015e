package io.baytap.sandbox.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks of a request's fields, named by JSON pointers. */
final class Fields {

    private Fields() {}

    /** The refusal for the first of these that is not a text of at least one character. */
    static Optional<Answer> missing(JsonNode body, String... pointers) {
        return Stream.of(pointers)
                .filter(pointer -> !body.at(pointer).isTextual()
                        || body.at(pointer).asText().isBlank())
                .findFirst()
                .map(pointer -> Answer.badField(pointer, "is required"));
    }
}
