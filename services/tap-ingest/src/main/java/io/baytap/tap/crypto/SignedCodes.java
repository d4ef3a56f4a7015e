package io.baytap.tap.crypto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.baytap.tap.domain.CodeReading;
import io.baytap.tap.domain.Issuer;
import io.baytap.tap.domain.Register;
import io.baytap.tap.domain.RejectReason;
import io.baytap.tap.domain.RiderCode;
import io.baytap.tap.domain.RiderCodes;
import org.jspecify.annotations.Nullable;

/** Rider codes as JWS, proven by the keys of registered issuers. */
public final class SignedCodes implements RiderCodes {

    private final Register<Issuer> issuers;
    private final Pseudonyms pseudonyms;

    /** A rider shows one code at several gates; only what was found genuine is kept. */
    private final Cache<String, Proof> proofs;

    private record Proof(RiderCode code, Issuer issuer) {}

    /** Remembers the proof of that many codes. */
    public SignedCodes(Register<Issuer> issuers, Pseudonyms pseudonyms, long proofsMax) {
        this.issuers = issuers;
        this.pseudonyms = pseudonyms;
        this.proofs = Caffeine.newBuilder().maximumSize(proofsMax).build();
    }

    @Override
    public CodeReading read(String code) {
        Proof proof = proofs.getIfPresent(code);
        return proof != null && stands(proof) ? new CodeReading.Genuine(proof.code()) : prove(code);
    }

    /** An issuer that got a new key no longer vouches for what the old one signed. */
    private boolean stands(Proof proof) {
        return proof.issuer().equals(issuers.find(proof.issuer().issuerId()));
    }

    private CodeReading prove(String code) {
        CompactJws jws = CompactJws.find(code);
        if (jws == null) {
            return refused(new RejectReason.CodeMalformed("a JWS in compact form with alg EdDSA expected"));
        }
        String kid = jws.keyId();
        if (kid == null) {
            return refused(new RejectReason.CodeMalformed("the header has no kid"));
        }
        Issuer issuer = issuers.find(kid);
        if (issuer == null) {
            return refused(new RejectReason.CodeIssuerUnknown());
        }
        byte[] payload = jws.payloadSignedBy(issuer.key());
        return payload == null ? refused(new RejectReason.CodeSignatureInvalid()) : readClaims(code, payload, issuer);
    }

    private CodeReading readClaims(String code, byte[] payload, Issuer issuer) {
        @Nullable RiderCode rider = Claims.find(payload, issuer, pseudonyms);
        if (rider == null) {
            return refused(new RejectReason.CodeMalformed("iss, sub, scheme, rider, iat or exp is missing or wrong"));
        }
        proofs.put(code, new Proof(rider, issuer));
        return new CodeReading.Genuine(rider);
    }

    private static CodeReading refused(RejectReason reason) {
        return new CodeReading.Refused(reason);
    }
}
