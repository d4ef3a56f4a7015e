package io.baytap.sandbox.statements;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * An answer over HTTP.
 *
 * @param headers besides the signature's
 * @param signed what a signature is to stand over; mostly the text
 */
public record Page(int status, String text, Map<String, String> headers, String signed) {

    static final String CONTENT_TYPE = "Content-Type";

    /** 200 with JSON. */
    public static Page ok(JsonNode body) {
        return json(200, body);
    }

    /** JSON with that status. */
    public static Page json(int status, JsonNode body) {
        return new Page(
                status, body.toString(), Map.of(CONTENT_TYPE, "application/json; charset=utf-8"), body.toString());
    }

    /** 200 with another kind of text. */
    public static Page ok(String contentType, String text) {
        return new Page(200, text, Map.of(CONTENT_TYPE, contentType), text);
    }

    /** A refusal in the provider's shape. */
    public static Page refused(int status, String code, String message) {
        return json(status, refusal(code, message));
    }

    /** 400 PARAM_ERROR naming the field. */
    public static Page badField(String field, String issue, String location) {
        ObjectNode body = refusal("PARAM_ERROR", field + ": " + issue);
        body.putObject("detail").put("field", field).put("issue", issue).put("location", location);
        return json(400, body);
    }

    private static ObjectNode refusal(String code, String message) {
        return JsonNodeFactory.instance.objectNode().put("code", code).put("message", message);
    }
}
