package io.baytap.sandbox.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A batch that is ready to be sent through any door.
 *
 * @param signedBody what the signature is made over: the body, unless somebody changed that
 * @param taps what is in it, as far as it can be read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only sent
record KitBatch(KitGate gate, Instant sentAt, String contentType, byte[] body, byte[] signedBody, List<KitTap> taps) {

    static final String JSON = "application/json";
    static final String LINES = "application/x-ndjson";
    static final String AVRO = "application/avro";

    static KitBatch json(KitGate gate, List<KitTap> taps) {
        return text(gate, JSON, taps.stream().map(KitTap::json).collect(Collectors.joining(",", "[", "]")), taps);
    }

    static KitBatch lines(KitGate gate, List<KitTap> taps) {
        return text(gate, LINES, taps.stream().map(KitTap::json).collect(Collectors.joining("\n")), taps);
    }

    static KitBatch text(KitGate gate, String contentType, String body, List<KitTap> taps) {
        return bytes(gate, contentType, body.getBytes(StandardCharsets.UTF_8), taps);
    }

    static KitBatch avro(KitGate gate, byte[] body, List<KitTap> taps) {
        return bytes(gate, AVRO, body, taps);
    }

    /** A question without a body. */
    static KitBatch nothing(KitGate gate) {
        return bytes(gate, JSON, new byte[0], List.of());
    }

    private static KitBatch bytes(KitGate gate, String contentType, byte[] body, List<KitTap> taps) {
        return new KitBatch(gate, Instant.now(), contentType, body, body, taps);
    }

    /** One bit in the middle is another one on arrival. */
    KitBatch changedOnTheWay() {
        byte[] changed = body.clone();
        changed[changed.length / 2] ^= 1;
        return new KitBatch(gate, sentAt, contentType, changed, signedBody, taps);
    }

    KitBatch sentAt(Instant time) {
        return new KitBatch(gate, time, contentType, body, signedBody, taps);
    }

    /** The signature over what it is addressed to, as {@code POST /v1/taps/batch}, and its body. */
    String signature(String target) {
        var signed = new ByteArrayOutputStream(signedBody.length + 128);
        signed.writeBytes((target + "\n" + gate.gateId() + "\n" + sentAt + "\n").getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(signedBody);
        return Base64.getEncoder().encodeToString(gate.key().sign(signed.toByteArray()));
    }
}
