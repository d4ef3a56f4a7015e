package io.baytap.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.stack.Child;
import io.baytap.stack.Command;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.baytap.stack.Ports;
import io.baytap.stack.Records;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A fare that the packaged fx-conversion parked, because the registry did not know its schema, and converts when it is put back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLettersIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String LETTERS = "fares.assessed.v1.fx-conversion.dlq";

    private final EmbeddedStack stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY));
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    void start() {
        stack.setUpTopics();
        int port = Ports.free();
        Child service = stack.warden()
                .start(Command.of(
                        "fx-conversion",
                        List.of(
                                Command.java(),
                                "-Xmx192m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-jar",
                                Path.of("../../services/fx-conversion/target/quarkus-app/quarkus-run.jar")
                                        .toAbsolutePath()
                                        .toString()),
                        Map.of(
                                "KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers(),
                                "APICURIO_REGISTRY_URL", stack.registryUrl(),
                                "QUARKUS_HTTP_HOST", "127.0.0.1",
                                "QUARKUS_HTTP_PORT", Integer.toString(port),
                                "FX_STATE_DIRECTORY",
                                        stack.warden()
                                                .directory("fx")
                                                .resolve("state")
                                                .toString()),
                        Path.of("target/fx-conversion.log").toAbsolutePath()));
        service.awaitReady(() -> isReady(port), Duration.ofMinutes(2));
    }

    @AfterAll
    void stop() {
        http.close();
        stack.close();
    }

    @Test
    void aFareOfASchemaThatWasNotKnownIsConvertedOnceItIsPutBack() throws IOException, InterruptedException {
        try (var records = new Records(stack.bootstrapServers(), stack.registryUrl())) {
            // Ids are given one after the other: the next schema has the next one.
            int next = register("before", "\"string\"") + 1;
            byte[] bytes = records.bytes(Topics.FARES_ASSESSED, fare());
            ByteBuffer.wrap(bytes, 1, Integer.BYTES).putInt(next);
            records.produceBytes(Topics.FARES_ASSESSED.name(), fare().getRiderId(), bytes);
            records.consumeBytes(LETTERS, 1, LIMIT);
            String later = Topics.FARES_ASSESSED.schema().toString().replaceFirst("\\{", "{\"later\":true,");
            assertThat(register("later", later)).isEqualTo(next);

            Run first =
                    Run.of(stack.bootstrapServers(), "--topic", LETTERS, "--reason", "UNKNOWN_SCHEMA", "--put-back");
            Run second = Run.of(stack.bootstrapServers(), "--topic", LETTERS, "--put-back");
            var converted = records.consume(Topics.FARES_CONVERTED, FareConverted.class, 1, LIMIT);

            assertThat(first.lines().getFirst()).contains("UNKNOWN_SCHEMA", "schema " + next);
            assertThat(first.last()).isEqualTo("PARKED 1; put back 1");
            assertThat(second.last()).isEqualTo("PUT_BACK 1; put back 0");
            assertThat(converted)
                    .singleElement()
                    .satisfies(
                            conversion -> assertThat(conversion.getJourneyId()).isEqualTo(fare().getJourneyId()));
            assertThat(new Letters(stack.bootstrapServers(), Topics.FARES_ASSESSED, "fx-conversion").back())
                    .hasSize(2)
                    .allSatisfy(record -> assertThat(record.value()).isEqualTo(bytes));
        }
    }

    /** The content id that the registry gives it. */
    private int register(String artifact, String schema) throws IOException, InterruptedException {
        String body = """
            {"artifactId": "%s", "artifactType": "AVRO", "firstVersion": {"content": {"contentType": "application/json", "content": "%s"}}}
            """.formatted(artifact, schema.replace("\\", "\\\\").replace("\"", "\\\""));
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(stack.registryUrl() + "/groups/default/artifacts"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Matcher id = Pattern.compile("\"contentId\":(\\d+)").matcher(answer.body());
        assertThat(id.find()).as(answer.body()).isTrue();
        return Integer.parseInt(id.group(1));
    }

    private boolean isReady(int port) {
        try {
            return http.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Of a rider at home, so that no rate is needed. */
    private static FareAssessed fare() {
        return FareAssessed.newBuilder()
                .setEventId("fare:journey:tap:gate:1:0")
                .setOccurredAt(Instant.parse("2026-04-09T01:00:00Z"))
                .setRiderId("WECHAT_PAY_HK:00000000000000000000000000000001")
                .setWalletScheme(WalletScheme.WECHAT_PAY_HK)
                .setJourneyId("journey:tap:gate:1")
                .setRevision(0)
                .setKind(FareKind.FARE)
                .setCorrects(null)
                .setOperatorId("MTR")
                .setCity("hong-kong")
                .setTerritory("HK")
                .setBusinessDay(LocalDate.of(2026, 4, 9))
                .setAmountMinor(600)
                .setNetMinor(600)
                .setCurrency("HKD")
                .setComplete(true)
                .setLegs(List.of())
                .setTapIds(List.of("tap:gate:1"))
                .setTariffVersion("MTR@2026-04")
                .build();
    }
}
