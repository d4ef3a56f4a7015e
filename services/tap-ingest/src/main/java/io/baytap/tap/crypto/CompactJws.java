package io.baytap.tap.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.baytap.tap.domain.GateSignatures;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A JWS in compact form (RFC 7515) that says it is signed with EdDSA (RFC 8037); any other algorithm is refused.
 *
 * <p>Not by a library: reading the header anew for every code costs more than the signature, and all codes of an issuer have
 * the same one.
 */
final class CompactJws {

    private static final String EDDSA = "EdDSA";
    private static final int HEADERS_MAX = 1_000;
    private static final byte[] NOTHING = {};

    /** By their text. What is no header is not kept: there are many such. */
    private static final Cache<String, Header> HEADERS =
            Caffeine.newBuilder().maximumSize(HEADERS_MAX).build();

    private static final GateSignatures ED25519 = new Ed25519();

    private final Header header;
    private final String signingInput;
    private final String payload;
    private final String signature;

    /**
     * What is protected by the signature and says how to verify it.
     *
     * @param keyId null if it names none
     * @param critical whether it has members that have to be understood; none is
     */
    private record Header(@Nullable String keyId, boolean critical) {}

    private CompactJws(Header header, String signingInput, String payload, String signature) {
        this.header = header;
        this.signingInput = signingInput;
        this.payload = payload;
        this.signature = signature;
    }

    /** Null if the text is no such JWS. */
    static @Nullable CompactJws find(String text) {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (second < 0 || text.indexOf('.', second + 1) >= 0) {
            return null;
        }
        Header header = header(text.substring(0, first));
        return header == null
                ? null
                : new CompactJws(
                        header,
                        text.substring(0, second),
                        text.substring(first + 1, second),
                        text.substring(second + 1));
    }

    private static @Nullable Header header(String text) {
        Header known = HEADERS.getIfPresent(text);
        if (known != null) {
            return known;
        }
        byte[] json = decode(text);
        JsonNode members = json == null ? null : JsonObjects.find(json);
        if (members == null || !EDDSA.equals(members.path("alg").textValue())) {
            return null;
        }
        var header = new Header(members.path("kid").textValue(), members.has("crit"));
        HEADERS.put(text, header);
        return header;
    }

    /** The id of the key that is said to have signed it. */
    @Nullable
    String keyId() {
        return header.keyId();
    }

    /** The payload, if this key signed it; null if it did not, or if it has to be read in a way that is not known here. */
    byte @Nullable [] payloadSignedBy(PublicKey key) {
        byte[] signed = decode(signature);
        boolean genuine = signed != null
                && !header.critical()
                && isSpelledTheOneWay(signed)
                && ED25519.verify(key, signed, NOTHING, signingInput.getBytes(StandardCharsets.US_ASCII));
        return genuine ? decode(payload) : null;
    }

    /** A decoder also takes padding and spare bits: many texts for one signature. */
    private boolean isSpelledTheOneWay(byte[] signed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed).equals(signature);
    }

    private static byte @Nullable [] decode(String base64Url) {
        try {
            return Base64.getUrlDecoder().decode(base64Url);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
