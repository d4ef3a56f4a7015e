package io.baytap.schemas;

import com.microsoft.kiota.ApiException;
import io.apicurio.registry.client.RegistryClientFactory;
import io.apicurio.registry.client.common.RegistryClientOptions;
import io.apicurio.registry.rest.client.RegistryClient;
import io.apicurio.registry.rest.client.groups.item.artifacts.ArtifactsRequestBuilder;
import io.apicurio.registry.rest.client.models.CreateArtifact;
import io.apicurio.registry.rest.client.models.CreateRule;
import io.apicurio.registry.rest.client.models.CreateVersion;
import io.apicurio.registry.rest.client.models.IfArtifactExists;
import io.apicurio.registry.rest.client.models.ProblemDetails;
import io.apicurio.registry.rest.client.models.Rule;
import io.apicurio.registry.rest.client.models.RuleType;
import io.apicurio.registry.rest.client.models.VersionContent;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Prepares a broker and a registry for the line. Can be run again at any time: what is there already stays as it is. */
public final class TopicSetup {

    private static final String GROUP = "default";
    private static final String COMPATIBILITY = "FULL_TRANSITIVE";
    private static final int CONFLICT = 409;

    private TopicSetup() {}

    /**
     * Creates the topics that are missing, and registers every event's schema as {@code <topic>-value} in the group {@code default}, from
     * then on under the rule FULL_TRANSITIVE.
     *
     * @param adminConfig how to reach the broker, as Kafka's admin client takes it
     * @param registry where the registry is, and who one is there
     * @param replication how many brokers hold each partition of a new topic
     * @throws IllegalStateException if a topic exists with another number of partitions (nothing is created then), or if the registry
     *     refuses a schema as incompatible
     * @throws KafkaException if the broker does not do as asked
     */
    public static void create(Map<String, Object> adminConfig, RegistryClientOptions registry, short replication) {
        try (Admin admin = Admin.create(adminConfig)) {
            createTopics(admin, replication);
        }
        registerSchemas(registry);
    }

    /** Registers the schemas and makes no topics, for whoever has them made by other means; otherwise as {@link #create}. */
    static void registerSchemas(RegistryClientOptions options) {
        Vertx vertx = Vertx.vertx();
        try {
            RegistryClient registry =
                    RegistryClientFactory.create(options.vertx(vertx).retry());
            ArtifactsRequestBuilder artifacts =
                    registry.groups().byGroupId(GROUP).artifacts();
            for (Topic topic : Topics.events()) {
                register(artifacts, topic.name() + "-value", topic.schema().toString());
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static void createTopics(Admin admin, short replication) {
        try {
            Set<String> present = admin.listTopics().names().get();
            List<String> ours = Topics.all().stream()
                    .map(Topic::name)
                    .filter(present::contains)
                    .toList();
            checkPartitions(admin.describeTopics(ours).allTopicNames().get());
            admin.createTopics(Topics.all().stream()
                            .filter(topic -> !present.contains(topic.name()))
                            .map(topic -> topic.toNewTopic(replication))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot create the topics", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while creating the topics", e);
        }
    }

    private static void checkPartitions(Map<String, TopicDescription> present) {
        String wrong = Topics.all().stream()
                .filter(topic -> present.containsKey(topic.name()))
                .filter(topic -> partitions(present, topic) != topic.partitions())
                .map(topic -> topic.name() + " has " + partitions(present, topic) + " partitions instead of "
                        + topic.partitions())
                .collect(Collectors.joining("; "));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(wrong + ". A rider's events must stay in one partition all the way: "
                    + "move the records to new topics, never change the number.");
        }
    }

    private static int partitions(Map<String, TopicDescription> present, Topic topic) {
        return Objects.requireNonNull(present.get(topic.name())).partitions().size();
    }

    /** The rule comes before the schema, so that there is no moment in which an incompatible schema would be let in. */
    private static void register(ArtifactsRequestBuilder artifacts, String artifactId, String schema) {
        unlessThere(() -> artifacts.post(artifact(artifactId, null)));
        var rules = artifacts.byArtifactId(artifactId).rules();
        if (!unlessThere(() -> rules.post(compatibility()))) {
            Rule rule = new Rule();
            rule.setRuleType(RuleType.COMPATIBILITY);
            rule.setConfig(COMPATIBILITY);
            rules.byRuleType(RuleType.COMPATIBILITY.getValue()).put(rule);
        }
        try {
            artifacts.post(
                    artifact(artifactId, schema),
                    request -> Objects.requireNonNull(request.queryParameters).ifExists =
                            IfArtifactExists.FIND_OR_CREATE_VERSION);
        } catch (ProblemDetails e) {
            throw new IllegalStateException(
                    "the registry refuses the schema of " + artifactId + ": " + e.getDetail(), e);
        }
    }

    /** False if it was there already. */
    private static boolean unlessThere(Runnable request) {
        try {
            request.run();
            return true;
        } catch (ApiException e) {
            if (e.getResponseStatusCode() == CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    private static CreateRule compatibility() {
        CreateRule rule = new CreateRule();
        rule.setRuleType(RuleType.COMPATIBILITY);
        rule.setConfig(COMPATIBILITY);
        return rule;
    }

    private static CreateArtifact artifact(String artifactId, @Nullable String schema) {
        CreateArtifact artifact = new CreateArtifact();
        artifact.setArtifactId(artifactId);
        artifact.setArtifactType("AVRO");
        if (schema != null) {
            VersionContent content = new VersionContent();
            content.setContentType("application/json");
            content.setContent(schema);
            CreateVersion version = new CreateVersion();
            version.setContent(content);
            artifact.setFirstVersion(version);
        }
        return artifact;
    }
}
