package io.baytap.sandbox.conformance;

import io.baytap.sandbox.gates.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What must become of whole batches, and of gates. */
final class BatchCases {

    private static final int TAPS_MAX = 1000;
    private static final int BODY_BYTES_MAX = 1 << 20;

    private BatchCases() {}

    static List<Case> all() {
        return List.of(
                Case.of(
                        "UNKNOWN_GATE",
                        stage -> stage.expect(
                                stage.batch(stage.stranger, stage.tap(stage.stranger)), "REFUSED UNKNOWN_GATE")),
                Case.of(
                        "a signature by another key is refused",
                        stage -> stage.expect(
                                stage.batch(stage.fixed.signingWith(Stage.forgersKey()), stage.tap(stage.fixed)),
                                "REFUSED SIGNATURE_INVALID")),
                Case.of(
                        "a batch that was changed on the way is refused",
                        stage -> stage.expect(
                                stage.batch(stage.fixed, stage.tap(stage.fixed)).changedOnTheWay(),
                                "REFUSED SIGNATURE_INVALID")),
                Case.of(
                        "a batch from the future is refused",
                        stage -> stage.expect(
                                stage.batch(stage.fixed, stage.tap(stage.fixed))
                                        .sentAt(Instant.now().plus(Duration.ofHours(1))),
                                "REFUSED CLOCK_SKEWED")),
                Case.of("a batch with a tap too many is refused whole", BatchCases::tooMany),
                Case.inJson(
                        "a body that is too large is refused",
                        stage -> stage.expect(
                                KitBatch.text(stage.fixed, KitBatch.JSON, " ".repeat(BODY_BYTES_MAX + 1), List.of()),
                                "REFUSED BODY_TOO_LARGE")),
                Case.inJson(
                        "a body that is no batch is refused",
                        stage -> stage.expect(
                                KitBatch.text(stage.fixed, KitBatch.JSON, "[{\"sequence\":", List.of()),
                                "REFUSED MALFORMED_BODY")),
                Case.inJson(
                        "a media type that nobody knows is refused",
                        stage -> stage.expect(
                                KitBatch.text(stage.fixed, "text/csv", "sequence", List.of()),
                                "REFUSED UNSUPPORTED_MEDIA_TYPE")),
                Case.withTopics(
                        "a batch in Avro is taken",
                        stage -> stage.expect(stage.avro(stage.fixed, List.of(stage.tap(stage.fixed))), "ACCEPTED")),
                Case.withTopics("Avro with an unknown schema is refused", BatchCases::unknownSchema),
                Case.withTopics("Avro with bytes left over is refused", BatchCases::leftOver),
                Case.inJson("one tap may be sent many times at once", BatchCases::atOnce),
                Case.of("a gap is owed until it is filled", BatchCases::gap),
                Case.of("both keys sign while a rotation lasts", BatchCases::rotated),
                Case.of("nothing is taken from a suspended gate", BatchCases::suspended));
    }

    private static void tooMany(Stage stage) throws InterruptedException {
        KitTap tap = stage.tap(stage.fixed);
        KitTap[] taps = Collections.nCopies(TAPS_MAX + 1, tap).toArray(KitTap[]::new);
        stage.expect(stage.batch(stage.fixed, taps), "REFUSED BATCH_TOO_LARGE");
    }

    private static void unknownSchema(Stage stage) throws InterruptedException {
        KitBatch good = stage.avro(stage.fixed, List.of(stage.tap(stage.fixed)));
        byte[] body = good.body().clone();
        body[1] = 0x7f;
        stage.expect(KitBatch.avro(stage.fixed, body, good.taps()), "REFUSED UNKNOWN_SCHEMA");
    }

    private static void leftOver(Stage stage) throws InterruptedException {
        KitBatch good = stage.avro(stage.fixed, List.of(stage.tap(stage.fixed)));
        byte[] body = Arrays.copyOf(good.body(), good.body().length + 1);
        stage.expect(KitBatch.avro(stage.fixed, body, good.taps()), "REFUSED MALFORMED_BODY");
    }

    /** A gate that got no answer sends again while the first copy may still be under way. */
    private static void atOnce(Stage stage) throws InterruptedException {
        KitBatch batch = stage.batch(stage.fixed, stage.tap(stage.fixed));
        var copies = List.of(send(stage, batch), send(stage, batch), send(stage, batch));
        for (CompletableFuture<List<String>> copy : copies) {
            List<String> came = copy.join();
            stage.expectEqual("[ACCEPTED]", came.toString().replace("DUPLICATE", "ACCEPTED"));
        }
        stage.expect(batch, "DUPLICATE");
    }

    private static CompletableFuture<List<String>> send(Stage stage, KitBatch batch) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return stage.door().send(batch);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return List.of("interrupted");
                    }
                },
                Thread::startVirtualThread);
    }

    private static void gap(Stage stage) throws InterruptedException {
        KitTap before = stage.tap(stage.counting);
        KitTap missing = stage.tap(stage.counting);
        KitTap missingToo = stage.tap(stage.counting);
        KitTap after = stage.tap(stage.counting);
        stage.expect(stage.batch(stage.counting, before, after), "ACCEPTED", "ACCEPTED");
        stage.expectEqual(
                List.of(missing.sequence() + "-" + missingToo.sequence()), stage.registry.owed(stage.counting));
        stage.expect(stage.batch(stage.counting, missingToo, missing), "ACCEPTED", "ACCEPTED");
        stage.expectEqual(List.of(), stage.registry.owed(stage.counting));
    }

    private static void rotated(Stage stage) throws InterruptedException {
        KitGate gate = stage.register("rotated");
        SigningKey key = SigningKey.of("the next of " + gate.gateId());
        stage.registry.rotate(gate, key, Duration.ofHours(1));
        stage.expect(stage.batch(gate, stage.tap(gate)), "ACCEPTED");
        stage.expect(stage.batch(gate.signingWith(key), stage.tap(gate)), "ACCEPTED");
        stage.registry.rotate(gate, SigningKey.of("the last of " + gate.gateId()), Duration.ZERO);
        stage.expect(stage.batch(gate, stage.tap(gate)), "REFUSED SIGNATURE_INVALID");
    }

    private static void suspended(Stage stage) throws InterruptedException {
        KitGate gate = stage.register("suspended");
        stage.registry.suspend(gate);
        stage.expect(stage.batch(gate, stage.tap(gate)), "REFUSED GATE_SUSPENDED");
        stage.registry.resume(gate);
        stage.expect(stage.batch(gate, stage.tap(gate)), "ACCEPTED");
    }
}
