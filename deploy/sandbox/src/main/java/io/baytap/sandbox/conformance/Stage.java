package io.baytap.sandbox.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.sandbox.gates.CodeIssuer;
import io.baytap.sandbox.gates.SigningKey;
import io.baytap.sandbox.reference.GateTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the cases of one door are played with: its gates, the riders' codes, and what was found. */
final class Stage {

    private static final Duration KNOWN_MAX = Duration.ofSeconds(15);
    private static final long LOOK_MILLIS = 200;

    private final KitDoor door;
    private final KitSettings settings;
    private final @Nullable GateTopics topics;
    private final List<String> found = new ArrayList<>();

    final RegistryClient registry;
    final KitGate fixed;
    final KitGate moving;
    final KitGate counting;
    final KitGate stranger;

    Stage(KitDoor door, KitSettings settings, RegistryClient registry, @Nullable GateTopics topics) {
        this.door = door;
        this.settings = settings;
        this.registry = registry;
        this.topics = topics;
        this.fixed = gate("fixed");
        this.moving = gate("moving");
        this.counting = gate("counting");
        this.stranger = gate("stranger");
    }

    KitDoor door() {
        return door;
    }

    KitSettings.Place place() {
        return settings.place();
    }

    CodeIssuer issuer() {
        return settings.issuer();
    }

    /** Kafka's topics, where the kit was given Kafka. */
    @Nullable
    GateTopics topics() {
        return topics;
    }

    KitGate gate(String role) {
        return KitGate.of("conformance-" + settings.run() + "-" + door.name() + "-" + role);
    }

    /** A gate of this run at the place, registered. */
    KitGate register(String role) throws InterruptedException {
        KitGate gate = gate(role);
        register(gate, true);
        return gate;
    }

    void registerAll() throws InterruptedException {
        register(fixed, true);
        register(counting, true);
        register(moving, false);
    }

    private void register(KitGate gate, boolean atPlace) throws InterruptedException {
        JsonNode answer = registry.register(
                gate, place().operatorId(), atPlace ? place().routeId() : null, atPlace ? place().stopId() : null);
        expectEqual(gate.gateId(), answer.path("gateId").asText());
    }

    /** Returns when an intake that learns of issuers and routes by itself has had the time to. */
    void awaitKnown() throws InterruptedException {
        await(() -> door.send(batch(fixed, tap(fixed))).equals(List.of("ACCEPTED")));
    }

    /** Returns when the gate can know of the denial. */
    void awaitDenied(String riderId) throws InterruptedException {
        await(() -> registry.denials(fixed)
                .path("denied")
                .valueStream()
                .anyMatch(denied -> denied.path("riderId").asText().equals(riderId)));
    }

    /** A condition that asks. */
    @FunctionalInterface
    private interface Question {
        boolean holds() throws InterruptedException;
    }

    private static void await(Question question) throws InterruptedException {
        var never = new CountDownLatch(1);
        long deadline = System.nanoTime() + KNOWN_MAX.toNanos();
        while (!question.holds() && System.nanoTime() < deadline) {
            boolean _ = never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** A rider of this run whom no other case has. */
    String rider(String role) {
        return "k" + settings.run() + "." + door.name() + "." + role;
    }

    /** As the intake calls who has that account. */
    String riderId(String account) {
        return settings.pseudonyms().riderId(issuer().scheme(), account);
    }

    /** A tap that must be accepted from the fixed gate. */
    KitTap tap(KitGate gate) {
        Instant now = Instant.now();
        return KitTap.of(gate.next(), now, code(rider("any"), now));
    }

    /** Valid for ten minutes around then. */
    String code(String account, Instant around) {
        return issuer().issue(account, around.minus(Duration.ofMinutes(5)), around.plus(Duration.ofMinutes(5)));
    }

    /** As the door speaks: JSON where it can. */
    KitBatch batch(KitGate gate, KitTap... taps) {
        List<KitTap> all = List.of(taps);
        return door.speaks(KitBatch.JSON) ? KitBatch.json(gate, all) : avro(gate, all);
    }

    KitBatch avro(KitGate gate, List<KitTap> taps) {
        if (topics == null) {
            throw new IllegalStateException("Avro needs the registry");
        }
        return KitBatch.avro(gate, topics.encode(gate.gateId(), Instant.now(), taps), taps);
    }

    /** Each text is a verdict, with alternatives as {@code ACCEPTED|DUPLICATE}. */
    void expect(KitBatch batch, String... verdicts) throws InterruptedException {
        List<String> came = door.send(batch);
        boolean same = came.size() == verdicts.length
                && IntStream.range(0, verdicts.length)
                        .allMatch(i -> List.of(verdicts[i].split("\\|", -1)).contains(came.get(i)));
        if (!same) {
            differs(List.of(verdicts), came);
        }
    }

    void expectEqual(Object expected, @Nullable Object came) {
        if (!expected.equals(came)) {
            differs(expected, came);
        }
    }

    private void differs(Object expected, @Nullable Object came) {
        found.add("expected " + expected + ", came " + came);
    }

    /** What was found since the last time. */
    List<String> takeFound() {
        List<String> taken = List.copyOf(found);
        found.clear();
        return taken;
    }

    static SigningKey forgersKey() {
        return SigningKey.of("forger");
    }
}
