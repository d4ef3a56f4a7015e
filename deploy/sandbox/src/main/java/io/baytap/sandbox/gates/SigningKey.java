package io.baytap.sandbox.gates;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/**
 * An Ed25519 key that derives from its owner's name: every run registers the same keys, and a day can be replayed byte for byte.
 * Worthless outside the sandbox, as anyone can derive it. The JDK has no way from a private key to its public one: that is Bouncy
 * Castle's part.
 */
public final class SigningKey {

    static {
        // A day has tens of thousands of signatures, and native code is a hundred times as fast with them.
        AmazonCorrettoCryptoProvider.install();
    }

    private static final String ALGORITHM = "Ed25519";

    /** SubjectPublicKeyInfo of an Ed25519 key, up to the key itself (RFC 8410). */
    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final byte[] seed;
    private final PrivateKey key;

    private SigningKey(byte[] seed) throws GeneralSecurityException {
        this.seed = seed;
        this.key = KeyFactory.getInstance(ALGORITHM)
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    }

    /** The key of that owner. */
    public static SigningKey of(String owner) {
        try {
            return new SigningKey(MessageDigest.getInstance("SHA-256")
                    .digest(("baytap sandbox key of " + owner).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The 64 bytes of the signature. */
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** X.509 SubjectPublicKeyInfo. */
    public byte[] publicKey() {
        var encoded = new ByteArrayOutputStream();
        encoded.writeBytes(SPKI_PREFIX);
        encoded.writeBytes(
                new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded());
        return encoded.toByteArray();
    }
}
