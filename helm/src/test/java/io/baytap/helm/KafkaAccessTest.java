package io.baytap.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The topics of the contract, and who may do what on the broker. */
class KafkaAccessTest {

    static final List<String> SERVICES = Chart.SERVICES;

    private static final List<HasMetadata> DOCUMENTS = Chart.render("kafka: { mode: strimzi }");
    private static final List<JsonNode> TOPICS = topics();

    @Test
    void theTopicsAreThoseOfTheContract() {
        assertThat(TOPICS.stream().map(KafkaAccessTest::describe))
                .containsExactlyElementsOf(
                        Topics.all().stream().map(KafkaAccessTest::describe).toList());
    }

    @Test
    void aBrokerWithoutAnOperatorIsToldTheSame() throws IOException {
        String told = Objects.requireNonNull(
                Chart.get(ConfigMap.class, "topics", Chart.render()).getData().get("topics.yaml"));

        assertThat(Chart.YAML.readTree(told)).containsExactlyElementsOf(TOPICS);
    }

    @Test
    void theOperatorMakesEachTopicAsTheContractHasIt() {
        List<String> made = new ArrayList<>();
        for (var topic : Chart.ofKind("KafkaTopic", DOCUMENTS)) {
            Map<String, String> config = Chart.YAML.convertValue(topic.get("spec", "config"), new TypeReference<>() {});
            config.remove("min.insync.replicas");
            made.add(topic.getMetadata().getName() + " " + topic.get("spec", "partitions") + " " + config);
        }

        assertThat(made)
                .containsExactlyElementsOf(
                        Topics.all().stream().map(KafkaAccessTest::describe).toList());
    }

    @Test
    void whoConsumesATopicMayReadItAndWriteItsDeadLetters() {
        for (Topic topic : Topics.events()) {
            for (String consumer : topic.consumers()) {
                assertThat(operations(consumer, topic.name()))
                        .as(consumer + " " + topic.name())
                        .contains("Read");
                assertThat(operations(consumer, topic.deadLetters(consumer)))
                        .as(consumer + " " + topic.name())
                        .contains("Write")
                        .doesNotContain("Read");
            }
        }
    }

    @Test
    void aTopicHasOneWriterAtMost() {
        assertThat(TOPICS)
                .allSatisfy(topic -> assertThat(topic.path("writers").size())
                        .as(topic.path("name").asText())
                        .isLessThanOrEqualTo(1));
    }

    /** A name that the sources do not have is a right that nobody needs. */
    @ParameterizedTest
    @FieldSource("SERVICES")
    void aServiceMayWriteNoTopicThatItsReadmeDoesNotName(String service) throws IOException {
        String readme = Files.readString(Path.of("../services", service, "README.md"));

        assertThat(TOPICS.stream()
                        .filter(topic -> topic.path("writers").toString().contains('"' + service + '"'))
                        .map(topic -> topic.path("name").asText())
                        .filter(name -> !name.endsWith(".dlq")))
                .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    @Test
    void codesOfRidersAreReadByTapIngestAlone() {
        for (String service : SERVICES) {
            Set<String> may = operations(service, "taps.presented.v1");
            assertThat(may.contains("Read")).as(service).isEqualTo(service.equals("tap-ingest"));
            assertThat(may).as(service).doesNotContain("Write");
        }
    }

    @Test
    void aServiceMakesNoTopicsButThoseOfItsOwnStreams() {
        for (String service : SERVICES) {
            assertThat(rules(service).stream()
                            .filter(rule -> rule.path("operations").toString().contains("Create"))
                            .map(rule -> rule.path("resource").path("name").asText()))
                    .as(service)
                    .containsExactlyElementsOf(
                            Set.of("fare-calculation", "fx-conversion").contains(service)
                                    ? List.of(service + "-")
                                    : List.of());
        }
    }

    @Test
    void aServiceReadsInItsOwnGroupsAndWritesInItsOwnTransactions() {
        for (String service : SERVICES) {
            assertThat(rules(service).stream()
                            .filter(rule ->
                                    !rule.path("resource").path("type").asText().equals("topic"))
                            .filter(rule -> !isLookingOnly(rule))
                            .map(rule -> rule.path("resource").path("name").asText()))
                    .as(service)
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(name).startsWith(service));
        }
    }

    @Test
    void howFarOthersAreTheConsoleAloneSees() {
        for (String service : SERVICES) {
            assertThat(rules(service).stream().filter(KafkaAccessTest::isLookingOnly))
                    .as(service)
                    .hasSize(service.equals("cross-border-reporting") ? 6 : 0);
        }
    }

    @Test
    void whoWorksByHandIsMadeOnRequestAndNeverSeesWhatGatesPresent() {
        var documents = Chart.render("kafka: { mode: strimzi, strimzi: { operations: true } }");
        List<String> resources = new ArrayList<>();
        spec("operations", documents)
                .path("authorization")
                .path("acls")
                .forEach(
                        rule -> resources.add(rule.path("resource").path("name").asText()));

        assertThat(Chart.ofKind("KafkaUser", DOCUMENTS)).hasSize(SERVICES.size());
        assertThat(resources)
                .contains("fares.converted.v1.wallet-settlement.dlq", "wallet-settlement", "dead-letters-")
                .noneMatch(name -> name.startsWith("taps.presented."));
    }

    @Test
    void whoScalesMayLookAndNothingElse() {
        var documents = Chart.render("{ kafka: { mode: strimzi }, autoscaler: { kind: keda } }");
        JsonNode spec = spec("autoscaler", documents);

        assertThat(spec.path("authorization").path("acls"))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.path("operations")).hasToString("[\"Describe\"]"));
    }

    private static List<JsonNode> topics() {
        try {
            List<JsonNode> topics = new ArrayList<>();
            Chart.YAML
                    .readTree(Chart.FOLDER.resolve("files/topics.yaml").toFile())
                    .forEach(topics::add);
            return topics;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> operations(String service, String topic) {
        Set<String> operations = new TreeSet<>();
        for (JsonNode rule : rules(service)) {
            if (rule.path("resource").path("name").asText().equals(topic)) {
                rule.path("operations").forEach(each -> operations.add(each.asText()));
            }
        }
        return operations;
    }

    private static List<JsonNode> rules(String service) {
        List<JsonNode> rules = new ArrayList<>();
        spec(service, DOCUMENTS).path("authorization").path("acls").forEach(rules::add);
        return rules;
    }

    private static boolean isLookingOnly(JsonNode rule) {
        return rule.path("operations").toString().equals("[\"Describe\"]");
    }

    private static JsonNode spec(String name, List<HasMetadata> documents) {
        return Chart.YAML.valueToTree(Chart.named(Chart.RELEASE + "-" + name, Chart.ofKind("KafkaUser", documents))
                .get("spec"));
    }

    private static String describe(JsonNode topic) {
        return topic.path("name").asText() + " " + topic.path("partitions").asInt() + " "
                + Chart.YAML.convertValue(topic.path("config"), Map.class);
    }

    private static String describe(Topic topic) {
        return topic.name() + " " + topic.partitions() + " "
                + topic.toNewTopic((short) 1).configs();
    }
}
