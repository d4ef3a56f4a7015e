package io.baytap.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.apicurio.registry.client.common.RegistryClientOptions;
import io.baytap.schemas.TopicSetup;
import io.baytap.schemas.Topics;
import io.baytap.schemas.replay.v1.ReplayTick;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedStackIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String LISTENING = "0A";

    private static EmbeddedStack stack;

    @BeforeAll
    static void start() {
        stack = EmbeddedStack.start(Set.of(Part.values()));
        stack.setUpTopics();
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void anEventComesBackAsItWasWritten() {
        ReplayTick tick = ReplayTick.newBuilder()
                .setEventId("tick:line:1")
                .setOccurredAt(Instant.EPOCH)
                .setClockId("line")
                .build();

        try (Records records = new Records(stack.bootstrapServers(), stack.registryUrl())) {
            records.produce(Topics.REPLAY_TICKS, List.of(tick));
            assertThat(records.consume(Topics.REPLAY_TICKS, ReplayTick.class, 1, LIMIT))
                    .containsExactly(tick);
        }
    }

    @Test
    void everyTopicIsThereAndSettingUpAgainChangesNothing() throws Exception {
        stack.setUpTopics();

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(
                            Topics.all().stream().map(topic -> topic.name()).toList());
        }
        for (var topic : Topics.events()) {
            assertThat(get(topic.name() + "-value/versions").body()).contains("\"count\":1");
        }
    }

    @Test
    void theRegistryRefusesASchemaThatOldReadersCannotRead() throws Exception {
        String withoutClock = Topics.REPLAY_TICKS.schema().toString().replace("\"clockId\"", "\"clock\"");

        HttpResponse<String> answer = addVersion("replay.ticks.v1-value", withoutClock);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("RuleViolationException");
    }

    @Test
    void aTopicWithAnotherNumberOfPartitionsIsNamed() throws Exception {
        try (EmbeddedStack other = EmbeddedStack.start(Set.of(Part.KAFKA))) {
            Map<String, Object> admin = Map.of("bootstrap.servers", other.bootstrapServers());
            try (Admin client = Admin.create(admin)) {
                client.createTopics(List.of(new NewTopic("taps.accepted.v1", 3, (short) 1)))
                        .all()
                        .get();

                assertThatThrownBy(() ->
                                TopicSetup.create(admin, RegistryClientOptions.create(stack.registryUrl()), (short) 1))
                        .hasMessageContaining("taps.accepted.v1 has 3 partitions instead of 8");
                assertThat(client.listTopics().names().get()).containsExactly("taps.accepted.v1");
            }
        }
    }

    @Test
    void aNewDatabaseIsEmptyAndTakesConnections() throws Exception {
        stack.createDatabase("some_wallet");

        try (var connection =
                        DriverManager.getConnection(stack.jdbcUrl("some_wallet"), stack.username(), stack.password());
                var tables = connection.getMetaData().getTables(null, "public", "%", null)) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void noPartListensBeyondThisMachine() throws IOException {
        for (Part part : Part.values()) {
            assertThat(listeningAddresses(stack.process(part).pid()))
                    .as(part.name())
                    .isNotEmpty()
                    .allMatch(address ->
                            address.startsWith("0100007F:") || address.startsWith("0000000000000000FFFF00000100007F:"));
        }
    }

    private static List<String> listeningAddresses(long pid) throws IOException {
        List<String> sockets = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path file : files.toList()) {
                try {
                    String target = Files.readSymbolicLink(file).toString();
                    if (target.startsWith("socket:[")) {
                        sockets.add(target.substring(8, target.length() - 1));
                    }
                } catch (NoSuchFileException e) {
                    // closed since the directory was read
                }
            }
        }
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(Path.of("/proc/net/" + table)))
                .map(line -> line.strip().split("\\s+", -1))
                .filter(fields -> fields[3].equals(LISTENING) && sockets.contains(fields[9]))
                .map(fields -> fields[1])
                .toList();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(artifacts(path)).build());
    }

    private static HttpResponse<String> addVersion(String artifactId, String schema) throws Exception {
        String quoted = schema.replace("\\", "\\\\").replace("\"", "\\\"");
        String body = "{\"content\":{\"contentType\":\"application/json\",\"content\":\"" + quoted + "\"}}";
        return send(HttpRequest.newBuilder(artifacts(artifactId + "/versions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build());
    }

    private static URI artifacts(String path) {
        return URI.create(stack.registryUrl() + "/groups/default/artifacts/" + path);
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
