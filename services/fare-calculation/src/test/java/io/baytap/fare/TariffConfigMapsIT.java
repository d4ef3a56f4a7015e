package io.baytap.fare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.fare.tariff.FeedFiles;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged service with an empty directory: all of its tariffs come in ConfigMaps, while it runs. */
class TariffConfigMapsIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final KubernetesMockServer cluster = new KubernetesMockServer(
            new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), false);
    private final EmbeddedStack stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY));
    private final FareProcess service = new FareProcess(stack, stack.warden().directory("no-tariffs"));

    @BeforeEach
    void start() {
        cluster.init();
        stack.setUpTopics();
        service.launch(Map.of(
                "FARE_CONFIG_MAPS_SELECTOR", "baytap.io/tariffs=true",
                "QUARKUS_KUBERNETES_CLIENT_API_SERVER_URL", "http://127.0.0.1:" + cluster.getPort(),
                "QUARKUS_KUBERNETES_CLIENT_NAMESPACE", "line",
                "HTTP2_DISABLE", "true"));
    }

    @AfterEach
    void stop() {
        stack.close();
        cluster.destroy();
    }

    @Test
    void versionsComeAndAreRefusedWithoutARestart() throws IOException {
        put("hkt", "HKT", FeedFiles.tram());
        await().atMost(LIMIT).until(service::isReady);
        assertThat(price("2026-04-09T04:00:00Z")).contains("\"amountMinor\":330");

        put(
                "hkt-noon",
                "HKT.noon",
                FeedFiles.tram()
                        .replace("feed_info.txt", "@test", "@noon")
                        .replace("fare_products.txt", "3.30,3.30", "3.30,3.70")
                        .replacePolicy("operator: HKT", "effectiveFrom: 2026-04-09T12:00\noperator: HKT"));
        await().atMost(LIMIT).until(() -> price("2026-04-09T04:00:00Z").contains("\"amountMinor\":370"));
        assertThat(price("2026-04-09T03:59:59Z")).contains("\"amountMinor\":330");

        put("hkt", "HKT", FeedFiles.tram().replace("fare_products.txt", "3.30,3.30", "3.30,3.40"));
        await().atMost(LIMIT).until(() -> service.metric("fare_tariffs_refused") == 1);
        assertThat(service.get("/v1/tariffs").body()).contains("is loaded with other content");
        assertThat(service.isReady()).isTrue();
        assertThat(price("2026-04-09T03:59:59Z")).contains("\"amountMinor\":330");
    }

    private String price(String departs) {
        return service.post("/v1/quotes", """
                        {"rides": [{"operator": "HKT", "route": "HKT:1:1", "to": "HKT:1:1#2", "departs": "%s"}]}
                        """.formatted(departs)).body();
    }

    /** A ConfigMap with both files of a version. */
    private void put(String name, String file, FeedFiles feed) throws IOException {
        Path files = stack.warden().directory("feeds");
        feed.writeTo(files);
        try (var kubernetes = cluster.createClient()) {
            kubernetes
                    .resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withNamespace("line")
                            .withName(name)
                            .addToLabels("baytap.io/tariffs", "true")
                            .endMetadata()
                            .addToData(file + ".yaml", Files.readString(files.resolve("HKT.yaml")))
                            .addToBinaryData(
                                    file + ".zip",
                                    Base64.getEncoder().encodeToString(Files.readAllBytes(files.resolve("HKT.zip"))))
                            .build())
                    .createOr(NonDeletingOperation::update);
        }
    }
}
