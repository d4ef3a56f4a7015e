package io.baytap.reporting.neighbours;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and checks what other services say. A field that is missing or of another kind spoils the answer, a new one does not. */
final class Shape {

    private static final int TEXT_LENGTH_MAX = 500;
    private static final int ROWS_MAX = 50_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Shape() {}

    /** @throws IOException if the answer is not of that shape */
    static <T> T read(byte[] answer, Class<T> shape) throws IOException {
        @Nullable T value = JSON.readValue(answer, shape);
        if (value == null) {
            throw new IOException("nothing");
        }
        return value;
    }

    static byte[] write(Object question) {
        try {
            return JSON.writeValueAsBytes(question);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** @throws IllegalArgumentException if it is not there or absurdly long */
    static String text(@Nullable String value) {
        if (value == null || value.isBlank() || value.length() > TEXT_LENGTH_MAX) {
            throw new IllegalArgumentException("a text is missing or too long");
        }
        return value;
    }

    static @Nullable String optionalText(@Nullable String value) {
        return value == null ? null : text(value);
    }

    /** @throws IllegalArgumentException if it is not there */
    static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("a field is missing");
        }
        return value;
    }

    /** @throws IllegalArgumentException if it is not there, absurdly long or has gaps */
    static <T> List<T> rows(@Nullable List<T> values) {
        if (values == null || values.size() > ROWS_MAX) {
            throw new IllegalArgumentException("a list is missing or too long");
        }
        values.forEach(Shape::present);
        return List.copyOf(values);
    }
}
