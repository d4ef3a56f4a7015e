package io.baytap.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Kinds that operators bring: Strimzi's by the CRDs that its own generator makes, others by what the chart uses of them. */
final class OperatorKinds {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);

    private static final Path CRDS = Path.of("target", "crds");

    static {
        generate(KafkaTopic.class, KafkaUser.class);
    }

    private static final Map<String, JsonSchema> SCHEMAS = Map.of(
            "kafka.strimzi.io/v1 KafkaTopic", strimzi(KafkaTopic.class),
            "kafka.strimzi.io/v1 KafkaUser", strimzi(KafkaUser.class),
            "keda.sh/v1alpha1 ScaledObject", excerpt("ScaledObject"),
            "keda.sh/v1alpha1 TriggerAuthentication", excerpt("TriggerAuthentication"),
            "postgresql.cnpg.io/v1 Cluster", excerpt("Cluster"),
            "postgresql.cnpg.io/v1 ScheduledBackup", excerpt("ScheduledBackup"));

    private OperatorKinds() {}

    /** @throws AssertionError if no operator has such a kind, or not so */
    static void check(String kind, JsonNode document) {
        JsonSchema schema = SCHEMAS.get(kind);
        if (schema == null) {
            throw new AssertionError("the chart makes no " + kind);
        }
        var problems = schema.validate(document);
        if (!problems.isEmpty()) {
            throw new AssertionError(kind + ": " + problems);
        }
    }

    /** Strimzi's generator is a program that ends its process. */
    private static void generate(Class<?>... kinds) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.strimzi.crdgenerator.CrdGenerator",
                "--yaml",
                "--target-kube",
                "1.30+",
                "--api-versions",
                "v1",
                "--storage-version",
                "v1"));
        for (Class<?> kind : kinds) {
            command.add(kind.getName() + "=" + file(kind).toAbsolutePath());
        }
        try {
            Files.createDirectories(CRDS);
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException("Strimzi's generator ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path file(Class<?> kind) {
        return CRDS.resolve(kind.getSimpleName() + ".yaml");
    }

    private static JsonSchema strimzi(Class<?> kind) {
        try {
            JsonNode version = Chart.YAML
                    .readTree(file(kind).toFile())
                    .path("spec")
                    .path("versions")
                    .path(0);
            JsonNode schema = version.path("schema").path("openAPIV3Schema");
            close(schema.path("properties").path("spec"));
            return FACTORY.getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cluster drops fields that a CRD does not name; here they are refused. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.has("properties")
                && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            object.put("additionalProperties", false);
        }
        schema.path("properties").forEach(OperatorKinds::close);
        if (schema.has("items")) {
            close(schema.path("items"));
        }
    }

    private static JsonSchema excerpt(String kind) {
        try (var in = OperatorKinds.class.getResourceAsStream("/crds/" + kind + ".json")) {
            return FACTORY.getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
