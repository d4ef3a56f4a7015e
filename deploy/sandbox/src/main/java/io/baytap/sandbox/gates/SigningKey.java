package io.baytap.sandbox.gates;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
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

    /** The native code takes no longer message. */
    private static final int NATIVE_BYTES_MAX = 1 << 20;

    private static final int SEED_LENGTH = 32;

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

    /**
     * A key from a file.
     *
     * @param pem PKCS #8 (RFC 8410)
     * @throws IOException if it cannot be read, or holds no Ed25519 key
     */
    public static SigningKey read(Path pem) throws IOException {
        String base64 =
                Files.readString(pem).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            byte[] pkcs8 = Base64.getDecoder().decode(base64);
            // The seed is what stands last in it.
            if (pkcs8.length < SEED_LENGTH) {
                throw new IOException(pem + " holds no Ed25519 key");
            }
            return new SigningKey(Arrays.copyOfRange(pkcs8, pkcs8.length - SEED_LENGTH, pkcs8.length));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(pem + " holds no Ed25519 key", e);
        }
    }

    /** The 64 bytes of the signature. */
    public byte[] sign(byte[] message) {
        try {
            Signature signature = message.length > NATIVE_BYTES_MAX
                    ? Signature.getInstance(ALGORITHM, "SunEC")
                    : Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PKCS #8, for a program of its own that signs with it. */
    public byte[] privateKey() {
        return key.getEncoded();
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
