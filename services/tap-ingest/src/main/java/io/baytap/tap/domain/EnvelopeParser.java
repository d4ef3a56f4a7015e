package io.baytap.tap.domain;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads the headers that a gate signs with. Each door has them under the same names: in HTTP headers, user properties, record headers. */
public final class EnvelopeParser {

    public static final String GATE = "Baytap-Gate";
    public static final String SENT_AT = "Baytap-Sent-At";
    public static final String SIGNATURE = "Baytap-Signature";

    private static final int ID_MAX = 128;
    private static final int SIGNATURE_LENGTH = 64;

    private EnvelopeParser() {}

    /** What the headers hold. */
    public sealed interface Headers {
        record Read(Envelope envelope) implements Headers {}

        record Refused(Refusal refusal) implements Headers {}
    }

    /**
     * Reads the headers as they came, each null if it is missing.
     *
     * @param target what was addressed, as in {@code POST /v1/taps/batch}
     */
    public static Headers read(
            String target, @Nullable String gateId, @Nullable String sentAtText, @Nullable String signatureText) {
        if (gateId == null || gateId.isBlank() || gateId.length() > ID_MAX) {
            return refused(GATE, "the gate's id expected");
        }
        Instant sentAt = sentAtText == null ? null : Timestamps.find(sentAtText);
        if (sentAtText == null || sentAt == null) {
            return refused(SENT_AT, "an RFC 3339 timestamp expected");
        }
        byte[] signature = signature(signatureText);
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
