package io.baytap.tap.crypto;

import io.baytap.tap.domain.GateSignatures;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Ed25519 (RFC 8032) by Bouncy Castle. The JDK's own is correct too, but verifies nine times slower, and verifying is
 * what this service spends its time on.
 */
public final class Ed25519 implements GateSignatures {

    static final String PROVIDER = BouncyCastleProvider.PROVIDER_NAME;

    private static final String ALGORITHM = "Ed25519";

    private final Provider provider = provider();

    /** Added last, so that nobody else gets it unasked. */
    static Provider provider() {
        Provider known = Security.getProvider(PROVIDER);
        if (known != null) {
            return known;
        }
        var added = new BouncyCastleProvider();
        Security.addProvider(added);
        return added;
    }

    /**
     * Reads a public key.
     *
     * @param spki X.509 SubjectPublicKeyInfo (RFC 8410)
     * @throws InvalidKeySpecException if it is not that, or holds a key for another algorithm
     */
    public PublicKey publicKey(byte[] spki) throws InvalidKeySpecException {
        try {
            return KeyFactory.getInstance(ALGORITHM, provider).generatePublic(new X509EncodedKeySpec(spki));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(PROVIDER + " has " + ALGORITHM, e);
        } catch (RuntimeException e) {
            throw new InvalidKeySpecException("no Ed25519 public key", e);
        }
    }

    @Override
    public boolean verify(PublicKey key, byte[] signature, byte[] preamble, byte[] body) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM, provider);
            verifier.initVerify(key);
            verifier.update(preamble);
            verifier.update(body);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("the register holds Ed25519 keys only", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(PROVIDER + " has " + ALGORITHM, e);
        }
    }
}
