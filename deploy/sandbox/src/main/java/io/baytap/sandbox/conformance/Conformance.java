package io.baytap.sandbox.conformance;

import io.baytap.sandbox.reference.GateTopics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plays every case at every door that is given. */
public final class Conformance {

    private final KitSettings settings;
    private final Consumer<String> screen;
    private final List<String> differences = new ArrayList<>();

    private Conformance(KitSettings settings, Consumer<String> screen) {
        this.settings = settings;
        this.screen = screen;
    }

    /**
     * Says a line per case.
     *
     * @return what differs from what must come; empty if the intake conforms
     */
    public static List<String> play(KitSettings settings, Consumer<String> screen) throws InterruptedException {
        var run = new Conformance(settings, screen);
        var kafka = settings.kafka();
        if (kafka.isEmpty()) {
            run.play(null);
            return run.differences;
        }
        try (var topics =
                new GateTopics(kafka.get().bootstrapServers(), kafka.get().registryUrl())) {
            var place = settings.place();
            topics.route(place.routeId(), place.operatorId(), List.of(place.stopId(), place.otherStopId()));
            topics.issuer(settings.issuer());
            run.play(topics);
            return run.differences;
        }
    }

    private void play(@Nullable GateTopics topics) throws InterruptedException {
        try (var registry = new RegistryClient(settings.url(), settings.token())) {
            play(new HttpDoor(settings.url()), registry, topics);
            if (settings.mqtt().isPresent()) {
                play(new MqttDoor(settings.mqtt().get()), registry, topics);
            }
            if (topics != null) {
                // The fence repeats the place, so that a gate in a vehicle may send it, too.
                var stage = new Stage(new HttpDoor(settings.url()), settings, registry, topics);
                Function<KitGate, KitTap> good = gate -> stage.tap(gate)
                        .at(settings.place().routeId(), settings.place().stopId());
                play(new KafkaDoor(topics, good), registry, topics);
            }
        }
    }

    private void play(KitDoor door, RegistryClient registry, @Nullable GateTopics topics) throws InterruptedException {
        try (door) {
            var stage = new Stage(door, settings, registry, topics);
            play(Case.of("gates can be registered", Stage::registerAll), stage);
            if (differences.isEmpty()) {
                stage.awaitKnown();
            }
            for (Case each : Stream.concat(TapCases.all().stream(), BatchCases.all().stream())
                    .toList()) {
                if (each.applies().test(stage)) {
                    play(each, stage);
                }
            }
        }
    }

    private void play(Case each, Stage stage) throws InterruptedException {
        each.play().run(stage);
        List<String> found = stage.takeFound();
        String name = stage.door().name() + ": " + each.name();
        screen.accept((found.isEmpty() ? "ok      " : "FAILED  ") + name);
        for (String difference : found) {
            screen.accept("        " + difference);
            differences.add(name + ": " + difference);
        }
    }
}
