package io.baytap.sandbox.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An answer before it is signed.
 *
 * @param status of HTTP
 * @param text JSON
 */
record Answer(int status, String text) {

    static Answer ok(JsonNode body) {
        return new Answer(200, body.toString());
    }

    /** A refusal in the provider's shape. */
    static Answer refused(int status, String code, String message) {
        return new Answer(status, refusal(code, message).toString());
    }

    /** 400 PARAM_ERROR naming the field by its JSON pointer. */
    static Answer badField(String pointer, String issue) {
        ObjectNode body = refusal("PARAM_ERROR", pointer + ": " + issue);
        body.putObject("detail").put("field", pointer).put("issue", issue).put("location", "body");
        return new Answer(400, body.toString());
    }

    private static ObjectNode refusal(String code, String message) {
        return JsonNodeFactory.instance.objectNode().put("code", code).put("message", message);
    }
}
