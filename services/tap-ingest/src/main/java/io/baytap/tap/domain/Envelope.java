package io.baytap.tap.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a gate sends around its taps.
 *
 * @param target method and path, as in {@code POST /v1/taps/batch}
 * @param sentAtText sentAt exactly as it was sent, for that is what was signed
 */
public record Envelope(String target, String gateId, String sentAtText, Instant sentAt, Signature signature) {

    /** 64 bytes of Ed25519. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only verified
    public record Signature(byte[] bytes) {}

    /** What the gate signed before the bytes of the body. */
    public byte[] preamble() {
        return (target + "\n" + gateId + "\n" + sentAtText + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
