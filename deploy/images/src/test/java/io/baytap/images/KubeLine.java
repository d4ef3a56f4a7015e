package io.baytap.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baytap.helm.Template;
import io.baytap.stack.EmbeddedStack;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** What {@code helm install} would give a cluster, played by podman, with Kafka, PostgreSQL and the registry where the stack has them. */
final class KubeLine {

    private static final String RELEASE = "line";
    private static final int POD_RANGE = 250;

    private final EmbeddedStack stack;
    private final Podman podman;
    private final Path work;
    private final Map<String, String> addresses = new TreeMap<>();
    private final Manifests manifests;

    /**
     * Renders it.
     *
     * @param work where what is played is written
     * @param identity where tokens come from
     */
    KubeLine(Path clone, Path work, EmbeddedStack stack, Podman podman, URI identity) throws IOException {
        this.stack = stack;
        this.podman = podman;
        this.work = work;
        for (String service : Images.SERVICES) {
            // An address of its own and the port that the chart gives it, as in a cluster.
            addresses.put(
                    service, "127.1.%d.%d".formatted(ProcessHandle.current().pid() % POD_RANGE, addresses.size() + 1));
        }
        Path chart = clone.resolve("helm/baytap");
        String rendered = new Template(chart, work)
                .render(
                        RELEASE,
                        "transit",
                        List.of(
                                chart.resolve("values-dev.yaml"),
                                Path.of("src/test/resources/kube-values.yaml"),
                                written("addresses.yaml", values(identity))));
        this.manifests = new Manifests(rendered, RELEASE, addresses);
    }

    URI url(String service) {
        return URI.create("http://" + addresses.get(service) + ":8080");
    }

    /** What a cluster would ask the service's pod. */
    List<String> probes(String service) {
        return manifests.probes(service);
    }

    /** A service's container. */
    static String container(String service) {
        return RELEASE + "-" + service + "-pod-0-" + service;
    }

    /**
     * Makes what the chart expects to be there, and starts it.
     *
     * @param tariffs folder of the feeds
     */
    void install(Path tariffs) throws IOException, InterruptedException {
        createTopics(manifests.configured("topics", "topics.yaml"));
        Path feeds = work.resolve("tariffs.tar");
        String _ = Programs.run(
                tariffs, List.of("tar", "-cf", feeds.toAbsolutePath().toString(), "."));
        podman.run("volume", "create", "baytap-tariffs");
        podman.run("volume", "import", "baytap-tariffs", feeds.toString());
        secret("baytap-kafka", Map.of("bootstrap-servers", stack.bootstrapServers()));
        secret("baytap-registry", Map.of("url", stack.registryUrl()));
        for (String database : List.of("wallet", "reporting")) {
            stack.createDatabase(database);
            secret(
                    "baytap-" + database + "-database",
                    Map.of(
                            "username", stack.username(),
                            "password", stack.password(),
                            "reactive-url", stack.reactiveUrl(database),
                            "jdbc-url", stack.jdbcUrl(database)));
        }
        podman.play(written("line.yaml", manifests.installed()));
    }

    /** Waits until the schemas are registered; how the Job's pod ended. */
    int registered() {
        return podman.status(manifests.jobContainer());
    }

    /** A Secret of the namespace, in the form that podman keeps: values in base64. */
    void secret(String name, Map<String, String> entries) throws IOException {
        Map<String, byte[]> data = new TreeMap<>();
        entries.forEach((key, value) -> data.put(key, value.getBytes(StandardCharsets.UTF_8)));
        podman.run(
                "secret",
                "create",
                name,
                written(name + ".json", new ObjectMapper().writeValueAsString(data))
                        .toString());
    }

    /** How the check ended, and what it said. */
    record Ran(int status, List<String> said) {}

    /** Runs {@code helm test} with these settings. */
    Ran test(Map<String, String> settings) throws IOException {
        secret("baytap-check", settings);
        podman.play(written("check.yaml", manifests.check()));
        String pod = RELEASE + "-check";
        int status = podman.status(pod + "-check");
        Ran ran = new Ran(status, podman.logs(pod + "-check").lines().toList());
        podman.run("pod", "rm", "--force", pod);
        podman.run("secret", "rm", "baytap-check");
        return ran;
    }

    private String values(URI identity) {
        StringBuilder values = new StringBuilder("services:\n");
        addresses.forEach((service, address) -> {
            values.append("  ").append(service).append(":\n");
            // The start fails unless the cache can be used with the memory that the chart gives.
            values.append("    javaOptions: -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -XX:AOTMode=on")
                    .append(" -Dquarkus.http.host=")
                    .append(address)
                    .append('\n');
            if (service.equals("cross-border-reporting") || service.equals("wallet-settlement")) {
                values.append("    config: { quarkus.oidc.auth-server-url: '")
                        .append(identity)
                        .append("' }\n");
            }
        });
        return values.toString();
    }

    private void createTopics(JsonNode topics) throws InterruptedException {
        List<NewTopic> made = new ArrayList<>();
        for (JsonNode topic : topics) {
            Map<String, String> config = new TreeMap<>();
            topic.path("config")
                    .properties()
                    .forEach(each -> config.put(each.getKey(), each.getValue().asText()));
            made.add(new NewTopic(
                            topic.path("name").asText(),
                            topic.path("partitions").asInt(),
                            (short) 1)
                    .configs(config));
        }
        try (Admin admin = Admin.create(
                Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers()))) {
            admin.createTopics(made).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refuses the chart's topics", e.getCause());
        }
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(work.resolve(name), text);
    }
}
