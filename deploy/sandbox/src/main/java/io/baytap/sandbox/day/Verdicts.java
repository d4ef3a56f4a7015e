package io.baytap.sandbox.day;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** Reads the answers of tap-ingest. */
final class Verdicts {

    private final ObjectMapper json = new ObjectMapper();

    /**
     * Per tap in the order sent: ACCEPTED, LATE, DUPLICATE, or the reason code of a rejection.
     *
     * @throws IllegalStateException if the answer does not hold one verdict per tap, for that tap
     */
    List<String> outcomes(String body, List<PlannedTap> taps) {
        JsonNode verdicts = parse(body).path("verdicts");
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < taps.size(); i++) {
            JsonNode verdict = verdicts.path(i);
            if (verdict.path("sequence").asLong() != taps.get(i).sequence() || verdicts.size() != taps.size()) {
                throw new IllegalStateException("tap-ingest did not answer tap by tap: " + body);
            }
            String word = verdict.path("verdict").asText();
            outcomes.add(word.equals("REJECTED") ? verdict.path("reason").asText() : word);
        }
        return outcomes;
    }

    /** The reason code of a refused request; the HTTP status where it has none. */
    String reason(int status, String body) {
        String reason = parse(body).path("reason").asText();
        return reason.isEmpty() ? "HTTP_" + status : reason;
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }
}
