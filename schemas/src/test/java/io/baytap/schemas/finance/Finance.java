package io.baytap.schemas.finance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The topics that finance consumes, and an example of each event. Its {@code main} writes what is made of them; a test
 * compares.
 */
public final class Finance {

    static final Path FOLDER = Path.of("finance");
    static final Path DICTIONARY = FOLDER.resolve("dictionary.md");
    static final Path ASYNC_API = FOLDER.resolve("asyncapi.json");

    /** Areas of gates, of riders' journeys and of the line itself. A topic of a new area is finance's until it stands here. */
    private static final Set<String> OTHER_AREAS = Set.of("taps", "gates", "network", "wallets", "replay");

    /** What becomes money only one step later, and what people decide about. */
    private static final Set<Topic> OTHERS = Set.of(Topics.FARES_ASSESSED, Topics.FX_PROPOSALS);

    private Finance() {}

    /** Writes dictionary and AsyncAPI document. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(DICTIONARY, Dictionary.text());
        Files.writeString(ASYNC_API, AsyncApi.text());
    }

    /** In the order of the line. */
    static List<Topic> topics() {
        return Topics.events().stream()
                .filter(topic -> !OTHER_AREAS.contains(area(topic)) && !OTHERS.contains(topic))
                .toList();
    }

    static boolean isFinance(Topic topic) {
        return topics().contains(topic);
    }

    /** An event of the topic, as {@code finance/examples} has it; times and dates as ISO 8601 texts. */
    static JsonNode example(Topic topic) throws IOException {
        Path file = FOLDER.resolve("examples").resolve(topic.name() + ".json");
        if (!Files.exists(file)) {
            throw new IllegalStateException("finance consumes " + topic.name() + ": give an example in " + file);
        }
        return new ObjectMapper().readTree(file.toFile());
    }

    static String area(Topic topic) {
        return topic.name().substring(0, topic.name().indexOf('.'));
    }
}
