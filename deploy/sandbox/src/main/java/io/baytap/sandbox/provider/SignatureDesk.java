package io.baytap.sandbox.provider;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** SHA256withRSA in both directions. Prepared {@link Signature}s are kept: requests run on virtual threads, which come and go. */
final class SignatureDesk {

    static {
        // Native code signs in half the JDK's time, and without waiting for the JIT.
        AmazonCorrettoCryptoProvider.install();
    }

    private static final String ALGORITHM = "SHA256withRSA";

    private final SchemeKeys keys;
    private final Queue<Signature> signers = new ConcurrentLinkedQueue<>();
    private final Queue<Signature> verifiers = new ConcurrentLinkedQueue<>();

    SignatureDesk(SchemeKeys keys) {
        this.keys = keys;
    }

    /** Base64 of the platform's signature. */
    String sign(String message) {
        try {
            Signature kept = signers.poll();
            Signature signer = kept == null ? newSigner() : kept;
            signer.update(message.getBytes(StandardCharsets.UTF_8));
            String signed = Base64.getEncoder().encodeToString(signer.sign());
            signers.add(signer);
            return signed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the merchant signed the message; false for anything that is not a signature at all. */
    boolean verify(String message, String base64) {
        try {
            byte[] signature = Base64.getDecoder().decode(base64);
            Signature kept = verifiers.poll();
            Signature verifier = kept == null ? newVerifier() : kept;
            verifier.update(message.getBytes(StandardCharsets.UTF_8));
            boolean genuine = verifier.verify(signature);
            verifiers.add(verifier);
            return genuine;
        } catch (IllegalArgumentException | SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Signature newSigner() throws GeneralSecurityException, InvalidKeyException {
        var signer = Signature.getInstance(ALGORITHM);
        signer.initSign(keys.platformKey());
        return signer;
    }

    private Signature newVerifier() throws GeneralSecurityException {
        var verifier = Signature.getInstance(ALGORITHM);
        verifier.initVerify(keys.merchantCertificate().getPublicKey());
        return verifier;
    }
}
