package io.baytap.sandbox.gates;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * An Ed25519 key that derives from its owner's name: every run registers the same keys, and a day can be replayed byte for byte.
 * Worthless outside the sandbox, as anyone can derive it.
 *
 * <p>Bouncy Castle signs: the JDK takes some twenty times as long, and a day has tens of thousands of signatures.
 */
public final class SigningKey {

    /** SubjectPublicKeyInfo of an Ed25519 key, up to the key itself (RFC 8410). */
    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Ed25519PrivateKeyParameters key;

    private SigningKey(Ed25519PrivateKeyParameters key) {
        this.key = key;
    }

    /** The key of that owner. */
    public static SigningKey of(String owner) {
        try {
            byte[] seed = MessageDigest.getInstance("SHA-256")
                    .digest(("baytap sandbox key of " + owner).getBytes(StandardCharsets.UTF_8));
            return new SigningKey(new Ed25519PrivateKeyParameters(seed, 0));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The 64 bytes of the signature. */
    public byte[] sign(byte[] message) {
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** X.509 SubjectPublicKeyInfo. */
    public byte[] publicKey() {
        var encoded = new ByteArrayOutputStream();
        encoded.writeBytes(SPKI_PREFIX);
        encoded.writeBytes(key.generatePublicKey().getEncoded());
        return encoded.toByteArray();
    }
}
