package io.baytap.sandbox.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An HTTP status and its JSON body. */
record Answer(int status, JsonNode body) {

    static Answer ok(JsonNode body) {
        return new Answer(200, body);
    }

    /** A refusal in the provider's shape. */
    static Answer refused(int status, String code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return new Answer(status, body.put("code", code).put("message", message));
    }

    /** 400 PARAM_ERROR naming the field by its JSON pointer. */
    static Answer badField(String pointer, String issue) {
        Answer answer = refused(400, "PARAM_ERROR", pointer + ": " + issue);
        ((ObjectNode) answer.body())
                .putObject("detail")
                .put("field", pointer)
                .put("issue", issue)
                .put("location", "body");
        return answer;
    }
}
