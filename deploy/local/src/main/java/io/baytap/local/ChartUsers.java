package io.baytap.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.baytap.stack.BrokerUser;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Right;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** The users of the broker, each with the rights that the Helm chart gives it: the chart's own KafkaUsers are read. */
final class ChartUsers {

    private static final String RELEASE = "line-";

    private final Map<String, List<Right>> rights;

    private ChartUsers(Map<String, List<Right>> rights) {
        this.rights = rights;
    }

    /** @param documents KafkaUsers as the chart makes them */
    static ChartUsers read(Path documents) {
        Map<String, List<Right>> rights = new LinkedHashMap<>();
        try (MappingIterator<JsonNode> users =
                new YAMLMapper().readerFor(JsonNode.class).readValues(documents.toFile())) {
            users.forEachRemaining(user -> rights.put(
                    user.at("/metadata/name").asText().substring(RELEASE.length()),
                    rights(user.at("/spec/authorization/acls"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ChartUsers(rights);
    }

    /**
     * Makes that user.
     *
     * @param name as the chart has it, without the release: a service's id
     */
    BrokerUser add(String name, EmbeddedStack stack) {
        List<Right> granted = rights.get(name);
        if (granted == null) {
            throw new IllegalStateException("the chart makes no user for " + name);
        }
        return stack.addUser(name, granted);
    }

    private static List<Right> rights(JsonNode acls) {
        List<Right> rights = new ArrayList<>();
        for (JsonNode acl : acls) {
            JsonNode resource = acl.path("resource");
            for (JsonNode operation : acl.path("operations")) {
                rights.add(new Right(
                        ResourceType.fromString(snake(resource.path("type").asText())),
                        resource.path("name").asText(),
                        resource.path("patternType").asText().equals("prefix")
                                ? PatternType.PREFIXED
                                : PatternType.LITERAL,
                        AclOperation.fromString(snake(operation.asText()))));
            }
        }
        return rights;
    }

    /** {@code DescribeConfigs} is {@code DESCRIBE_CONFIGS} to Kafka. */
    private static String snake(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
