package io.baytap.tap.rest;

import io.baytap.tap.domain.Envelope;
import io.baytap.tap.domain.Refusal;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads the headers that a gate signs with. */
final class EnvelopeParser {

    static final String GATE = "Baytap-Gate";
    static final String SENT_AT = "Baytap-Sent-At";
    static final String SIGNATURE = "Baytap-Signature";

    private static final int ID_MAX = 128;
    private static final int SIGNATURE_LENGTH = 64;

    private EnvelopeParser() {}

    /** What the headers hold. */
    sealed interface Headers {
        record Read(Envelope envelope) implements Headers {}

        record Refused(Refusal refusal) implements Headers {}
    }

    static Headers read(String target, GateHeaders headers) {
        String gateId = headers.gateId();
        String sentAtText = headers.sentAt();
        if (gateId == null || gateId.isBlank() || gateId.length() > ID_MAX) {
            return refused(GATE, "the gate's id expected");
        }
        Instant sentAt = sentAtText == null ? null : Timestamps.find(sentAtText);
        if (sentAtText == null || sentAt == null) {
            return refused(SENT_AT, "an RFC 3339 timestamp expected");
        }
        byte[] signature = signature(headers.signature());
        if (signature == null) {
            return refused(SIGNATURE, "64 bytes in base64 expected");
        }
        return new Headers.Read(new Envelope(target, gateId, sentAtText, sentAt, new Envelope.Signature(signature)));
    }

    private static byte @Nullable [] signature(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return bytes.length == SIGNATURE_LENGTH ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Headers refused(String header, String detail) {
        return new Headers.Refused(new Refusal.MalformedHeader(header, detail));
    }
}
