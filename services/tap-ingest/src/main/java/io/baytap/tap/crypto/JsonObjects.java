package io.baytap.tap.crypto;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads signed JSON objects so that nobody can read them another way: no member twice, nothing behind the end. */
final class JsonObjects {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonObjects() {}

    /** Null if the bytes are no JSON object. */
    static @Nullable JsonNode find(byte[] json) {
        try {
            JsonNode node = JSON.readTree(json);
            return node.isObject() ? node : null;
        } catch (IOException e) {
            return null;
        }
    }
}
