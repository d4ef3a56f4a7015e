package io.baytap.schemas.finance;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.schemas.Topic;
import java.io.IOException;
import java.util.Objects;
import org.apache.avro.Schema;

/** The data dictionary, as Markdown. */
final class Dictionary {

    private static final String HEAD = """
            # Data dictionary

            What each topic that finance consumes says, field by field. Made from the schemas and from [examples](examples), not written by hand: see [README](README.md).
            """;

    private Dictionary() {}

    static String text() throws IOException {
        var text = new StringBuilder(HEAD);
        for (Topic topic : Finance.topics()) {
            append(text, topic);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Topic topic) throws IOException {
        Schema schema = topic.schema();
        JsonNode example = Finance.example(topic);
        String kept = topic.retention() == null
                ? "compacted: the latest record of a key stands"
                : "kept " + topic.retention().toDays() + " days";
        text.append("\n## `%s`\n\n%s\n\nEvent `%s`, key `%s`, %d %s, %s.\n\n"
                .formatted(
                        topic.name(),
                        schema.getDoc(),
                        schema.getName(),
                        topic.key(),
                        topic.partitions(),
                        topic.partitions() == 1 ? "partition" : "partitions",
                        kept));
        text.append("| field | type | unit, currency, sign | meaning | example |\n| --- | --- | --- | --- | --- |\n");
        for (Schema.Field field : schema.getFields()) {
            FieldText words = FieldText.of(field);
            text.append("| `%s` | %s | %s | %s | `%s` |\n"
                    .formatted(
                            field.name(),
                            words.type(),
                            cell(words.unit()),
                            cell(words.meaning()),
                            cell(value(Objects.requireNonNull(
                                    example.get(field.name()),
                                    () -> "the example of " + topic.name() + " lacks " + field.name())))));
        }
    }

    private static String value(JsonNode value) {
        return value.isTextual() ? value.asText() : value.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
