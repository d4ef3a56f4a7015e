package io.baytap.local;

import io.baytap.sandbox.conformance.Conformance;
import io.baytap.sandbox.conformance.KitSettings;
import io.baytap.sandbox.gates.Pseudonyms;
import io.baytap.stack.Child;
import io.baytap.stack.Command;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.MosquittoBroker;
import io.baytap.stack.Part;
import io.baytap.stack.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** A tap-ingest that was just started, behind its three doors, and the conformance kit against it. */
final class IntakeCheck {

    private static final Duration START_MAX = Duration.ofMinutes(3);

    private static final Pseudonyms PSEUDONYMS = Pseudonyms.development();

    private final Layout layout;
    private final Path logs;
    private final String token = UUID.randomUUID().toString();

    IntakeCheck(Layout layout, Path logs) {
        this.layout = layout;
        this.logs = logs;
    }

    /** What differs from what must come; says a line per case. */
    List<String> run(Consumer<String> screen) throws InterruptedException {
        try (EmbeddedStack stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY))) {
            stack.setUpTopics();
            URI mqtt = MosquittoBroker.start(stack.warden()).url();
            int port = Ports.free();
            URI url = URI.create("http://127.0.0.1:" + port);
            Child intake = start(stack, mqtt, port);
            Http http = new Http();
            intake.awaitReady(() -> http.answers(url.resolve("/q/health/ready")), START_MAX);
            String run = Integer.toString(port, Character.MAX_RADIX);
            return Conformance.play(
                    new KitSettings(
                            url,
                            Optional.of(mqtt),
                            Optional.of(new KitSettings.Topics(stack.bootstrapServers(), stack.registryUrl())),
                            token,
                            run,
                            KitSettings.ownIssuer(run),
                            PSEUDONYMS,
                            KitSettings.ownPlace(run)),
                    screen);
        }
    }

    private Child start(EmbeddedStack stack, URI mqtt, int port) {
        LineService service = LineService.TAP_INGEST;
        List<String> line = new ArrayList<>(Line.jvm(service.heapMebibytes()));
        line.addAll(List.of(
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.baytap.schemas",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                layout.program(service).toString()));
        Map<String, String> environment = new HashMap<>(PSEUDONYMS.tapIngestEnvironment());
        environment.putAll(
                ServiceSettings.broker(ChartUsers.read(layout.users()).add(service.id(), stack)));
        environment.putAll(Map.of(
                "APICURIO_REGISTRY_URL", stack.registryUrl(),
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "TAP_MQTT_URL", mqtt.toString(),
                "TAP_REGISTRY_TOKEN", token));
        return stack.warden().start(Command.of(service.id(), line, environment, logs.resolve(service.id() + ".log")));
    }
}
