package io.baytap.sandbox.conformance;

import io.baytap.sandbox.reference.GateTopics;
import io.baytap.sandbox.reference.GateTopics.Presented;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** {@code taps.presented.v1}; verdicts are what appears on the line, or in the dead letters. */
final class KafkaDoor implements KitDoor {

    private static final String TARGET = "KAFKA taps.presented.v1";

    private final GateTopics topics;
    private final Function<KitGate, KitTap> goodTap;

    /** A good tap of a gate marks that everything before it is through. */
    KafkaDoor(GateTopics topics, Function<KitGate, KitTap> goodTap) {
        this.topics = topics;
        this.goodTap = goodTap;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public boolean speaks(String contentType) {
        return contentType.equals(KitBatch.AVRO);
    }

    @Override
    public List<String> send(KitBatch batch) {
        KitGate gate = batch.gate();
        List<KitTap> good = List.of(goodTap.apply(gate));
        KitBatch fence = KitBatch.avro(gate, topics.encode(gate.gateId(), Instant.now(), good), good);
        return topics.present(presented(batch), presented(fence));
    }

    private static Presented presented(KitBatch batch) {
        return new Presented(
                batch.gate().gateId(),
                batch.sentAt().toString(),
                batch.signature(TARGET),
                batch.body(),
                batch.taps().stream().map(KitTap::sequence).toList());
    }

    /** The topics belong to who opened them. */
    @Override
    public void close() {}
}
