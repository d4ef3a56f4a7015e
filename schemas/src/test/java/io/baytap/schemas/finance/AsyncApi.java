package io.baytap.schemas.finance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import java.io.IOException;
import java.util.Set;

/** The AsyncAPI 3.0 document of the line: every topic of the table, each with its Avro schema. */
final class AsyncApi {

    private static final String VERSION = "3.0.0";
    private static final String AVRO = "application/vnd.apache.avro";

    /** What others bring: gates, wallet providers, operators, a replay. */
    private static final Set<Topic> BROUGHT = Set.of(
            Topics.TAPS_PRESENTED,
            Topics.NETWORK_GATES,
            Topics.NETWORK_ROUTES,
            Topics.WALLETS_ISSUERS,
            Topics.WALLETS_CONTRACTS,
            Topics.REPLAY_TICKS);

    private static final ObjectMapper JSON = new ObjectMapper();

    private AsyncApi() {}

    static String text() throws IOException {
        ObjectNode document = JSON.createObjectNode().put("asyncapi", VERSION);
        document.putObject("info")
                .put("title", "Baytap")
                .put("version", "0.2.0")
                .put(
                        "description",
                        "The topics of the line. A value is a zero byte, the content id of its schema in the registry as"
                                + " four bytes, the most significant first, and then Avro binary. A key is UTF-8 text.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        document.put("defaultContentType", AVRO);
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode messages = document.putObject("components").putObject("messages");
        for (Topic topic : Topics.events()) {
            channel(channels.putObject(topic.name()), topic);
            operation(operations, topic);
            message(messages.putObject(topic.schema().getName()), topic);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }

    private static void channel(ObjectNode channel, Topic topic) {
        String name = topic.schema().getName();
        channel.put("address", topic.name()).put("description", topic.schema().getDoc());
        channel.putObject("messages").putObject(name).put("$ref", "#/components/messages/" + name);
        ObjectNode kafka = channel.putObject("bindings")
                .putObject("kafka")
                .put("topic", topic.name())
                .put("partitions", topic.partitions());
        ObjectNode settings = kafka.putObject("topicConfiguration");
        if (topic.retention() == null) {
            settings.putArray("cleanup.policy").add("compact");
        } else {
            settings.putArray("cleanup.policy").add("delete");
            settings.put("retention.ms", topic.retention().toMillis());
        }
        kafka.put("bindingVersion", "0.5.0");
    }

    private static void operation(ObjectNode operations, Topic topic) {
        boolean brought = BROUGHT.contains(topic);
        ObjectNode operation = operations.putObject(
                (brought ? "take-" : "tell-") + topic.name().replace('.', '-'));
        operation.put("action", brought ? "receive" : "send");
        operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
        if (!topic.consumers().isEmpty()) {
            operation.put("description", "Read by " + String.join(", ", topic.consumers()) + ".");
        }
    }

    private static void message(ObjectNode message, Topic topic) throws IOException {
        message.put("name", topic.schema().getFullName())
                .put("title", topic.schema().getName())
                .put("summary", topic.schema().getDoc())
                .put("contentType", AVRO);
        message.putObject("payload")
                .put("schemaFormat", AVRO + ";version=1.9.0")
                .set("schema", schema(topic));
        if (Finance.isFinance(topic)) {
            message.putArray("examples").addObject().set("payload", Finance.example(topic));
        }
        message.putObject("bindings")
                .putObject("kafka")
                .put("bindingVersion", "0.5.0")
                .putObject("key")
                .put("type", "string")
                .put("description", "The event's `" + topic.key() + "`.");
    }

    private static com.fasterxml.jackson.databind.JsonNode schema(Topic topic) throws JsonProcessingException {
        return JSON.readTree(topic.schema().toString());
    }
}
