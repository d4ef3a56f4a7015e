package io.baytap.wallet.provider;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.wechat.pay.java.core.certificate.InMemoryCertificateProvider;
import com.wechat.pay.java.core.cipher.AeadAesCipher;
import com.wechat.pay.java.core.cipher.AeadCipher;
import com.wechat.pay.java.core.cipher.RSASigner;
import com.wechat.pay.java.core.cipher.RSAVerifier;
import com.wechat.pay.java.core.cipher.Signer;
import com.wechat.pay.java.core.cipher.Verifier;
import com.wechat.pay.java.core.util.PemUtil;
import io.baytap.wallet.domain.Notifications.Signed;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Signs what we ask, verifies what comes back, decrypts what is secret: WECHATPAY2-SHA256-RSA2048 and AES-256-GCM. */
final class Seal {

    static {
        // Signs with RSA in half the JDK's time, and without waiting for the JIT. Without its native library the JDK
        // signs.
        AmazonCorrettoCryptoProvider.install();
    }

    private static final Duration SKEW_MAX = Duration.ofMinutes(5);
    private static final int NONCE_BYTES = 16;

    private final String spMchid;
    private final String merchantSerial;
    private final Signer signer;
    private final Verifier verifier;
    private final AeadCipher cipher;
    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();

    /**
     * Reads the key files.
     *
     * @throws IllegalArgumentException if one is not what it should be
     */
    Seal(ProviderAccess access, InstantSource time) {
        this.spMchid = access.spMchid();
        this.merchantSerial = access.merchantSerial();
        this.signer = new RSASigner(
                merchantSerial,
                PemUtil.loadPrivateKeyFromPath(access.merchantKey().toString()));
        this.verifier = new RSAVerifier(new InMemoryCertificateProvider(
                List.of(PemUtil.loadX509FromPath(access.platformCertificate().toString()))));
        this.cipher = new AeadAesCipher(access.apiV3Key().getBytes(StandardCharsets.UTF_8));
        this.time = time;
    }

    /** The Authorization header of a request. */
    String authorization(String method, String target, String body) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = HexFormat.of().formatHex(bytes);
        long timestamp = time.instant().getEpochSecond();
        String signature = signer.sign(method + "\n" + target + "\n" + timestamp + "\n" + nonce + "\n" + body + "\n")
                .getSign();
        return "WECHATPAY2-SHA256-RSA2048 mchid=\"%s\",nonce_str=\"%s\",timestamp=\"%d\",serial_no=\"%s\",signature=\"%s\""
                .formatted(spMchid, nonce, timestamp, merchantSerial, signature);
    }

    /** Whether the provider said that, and lately. */
    boolean isGenuine(Signed signed) {
        try {
            Instant said = Instant.ofEpochSecond(Long.parseLong(signed.timestamp()));
            return Duration.between(said, time.instant()).abs().compareTo(SKEW_MAX) <= 0
                    && verifier.verify(
                            signed.serial(),
                            signed.timestamp() + "\n" + signed.nonce() + "\n" + signed.body() + "\n",
                            signed.signature());
        } catch (RuntimeException _) {
            // A number that is none, a signature that is not base64, a serial number from elsewhere.
            return false;
        }
    }

    /** The text of a notification's resource; empty if it was not encrypted with our key. */
    Optional<String> decrypt(String associatedData, String nonce, String ciphertext) {
        try {
            return Optional.of(cipher.decrypt(
                    associatedData.getBytes(StandardCharsets.UTF_8),
                    nonce.getBytes(StandardCharsets.UTF_8),
                    java.util.Base64.getDecoder().decode(ciphertext)));
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }
}
