package io.baytap.wallet.provider;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** SHA256withRSA by one key. Each {@link Signature} is used again and again: to prepare one takes as long as to sign. */
final class PreparedSignatures {

    private static final String ALGORITHM = "SHA256withRSA";

    private final Queue<Signature> idle = new ConcurrentLinkedQueue<>();
    private final Preparation preparation;

    private interface Preparation {
        void prepare(Signature signature) throws InvalidKeyException;
    }

    private PreparedSignatures(Preparation preparation) {
        this.preparation = preparation;
    }

    static PreparedSignatures by(PrivateKey key) {
        return new PreparedSignatures(signature -> signature.initSign(key));
    }

    static PreparedSignatures of(PublicKey key) {
        return new PreparedSignatures(signature -> signature.initVerify(key));
    }

    /** @throws IllegalStateException if the key cannot sign */
    byte[] sign(byte[] message) {
        try {
            Signature signature = prepared();
            signature.update(message);
            byte[] signed = signature.sign();
            idle.add(signature);
            return signed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** False for anything that is not a signature at all. */
    boolean verify(byte[] message, byte[] signed) {
        try {
            Signature signature = prepared();
            signature.update(message);
            boolean genuine = signature.verify(signed);
            idle.add(signature);
            return genuine;
        } catch (SignatureException _) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Signature prepared() throws GeneralSecurityException {
        Signature kept = idle.poll();
        if (kept != null) {
            return kept;
        }
        var signature = Signature.getInstance(ALGORITHM);
        preparation.prepare(signature);
        return signature;
    }
}
