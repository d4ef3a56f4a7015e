package io.baytap.check;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** An Ed25519 key to sign with. */
record SigningKey(PrivateKey key) {

    private static final String ALGORITHM = "Ed25519";

    /**
     * Reads it.
     *
     * @param text PKCS #8 (RFC 8410) as PEM, or its base64 alone
     * @throws IllegalArgumentException if it is no such key; the message has nothing of it
     */
    static SigningKey of(String text) {
        String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            byte[] encoded = Base64.getDecoder().decode(base64);
            return new SigningKey(KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("is no Ed25519 key in PKCS #8", e);
        }
    }

    /** The 64 bytes of the signature. */
    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Likewise, over a text in UTF-8. */
    byte[] sign(String message) {
        return sign(message.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "an Ed25519 key";
    }
}
