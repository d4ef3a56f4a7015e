package io.baytap.tap.crypto;

import java.security.PublicKey;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** A JWS in compact form (RFC 7515) that says it is signed with EdDSA (RFC 8037); any other algorithm is refused. */
final class CompactJws {

    private static final AlgorithmConstraints EDDSA_ONLY =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA);

    private static final ProviderContext PROVIDERS = new ProviderContext();

    static {
        PROVIDERS
                .getSuppliedKeyProviderContext()
                .setSignatureProvider(Ed25519.provider().getName());
    }

    private final String text;
    private final JsonWebSignature jws;

    private CompactJws(String text, JsonWebSignature jws) {
        this.text = text;
        this.jws = jws;
    }

    /** Null if the text is no such JWS. */
    static @Nullable CompactJws find(String text) {
        try {
            var jws = new JsonWebSignature();
            jws.setProviderContext(PROVIDERS);
            jws.setAlgorithmConstraints(EDDSA_ONLY);
            jws.setCompactSerialization(text);
            boolean eddsa = AlgorithmIdentifiers.EDDSA.equals(
                    jws.getHeaders().getObjectHeaderValue(HeaderParameterNames.ALGORITHM));
            return eddsa ? new CompactJws(text, jws) : null;
        } catch (JoseException e) {
            return null;
        }
    }

    /** The id of the key that is said to have signed it. */
    @Nullable
    String keyId() {
        return jws.getHeaders().getObjectHeaderValue(HeaderParameterNames.KEY_ID) instanceof String id ? id : null;
    }

    /** The payload, if this key signed it; null if it did not. */
    @Nullable
    String payloadSignedBy(PublicKey key) {
        try {
            jws.setKey(key);
            return jws.verifySignature() && signatureIsSpelledTheOneWay() ? jws.getPayload() : null;
        } catch (JoseException e) {
            // A critical header that is not understood, for one: RFC 7515 calls that invalid, too.
            return null;
        }
    }

    /** The decoder also takes other alphabets, stray characters and spare bits: many texts for one signature. */
    private boolean signatureIsSpelledTheOneWay() {
        return text.endsWith("." + jws.getEncodedSignature());
    }
}
