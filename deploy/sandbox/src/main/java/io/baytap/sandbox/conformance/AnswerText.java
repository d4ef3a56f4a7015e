package io.baytap.sandbox.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** An answer in JSON as the kit compares it. */
final class AnswerText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AnswerText() {}

    static List<String> of(String body) {
        JsonNode answer = read(body);
        JsonNode verdicts = answer.path("verdicts");
        if (verdicts.isArray()) {
            List<String> texts = new ArrayList<>();
            verdicts.forEach(verdict -> texts.add(
                    verdict.path("reason").isTextual()
                            ? verdict.path("verdict").asText() + " "
                                    + verdict.path("reason").asText()
                            : verdict.path("verdict").asText()));
            return texts;
        }
        return answer.path("reason").isTextual()
                ? List.of("REFUSED " + answer.path("reason").asText())
                : List.of("an answer without verdicts");
    }

    static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
