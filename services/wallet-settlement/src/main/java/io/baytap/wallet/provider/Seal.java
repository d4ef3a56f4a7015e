package io.baytap.wallet.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.wechat.pay.java.core.util.PemUtil;
import io.baytap.wallet.domain.Notifications.Doubt;
import io.baytap.wallet.domain.Notifications.Signed;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Signs what we ask and judges what comes back: WECHATPAY2-SHA256-RSA2048. */
final class Seal {

    static {
        // Signs with RSA in half the JDK's time, and without waiting for the JIT. Without its native library the JDK
        // signs.
        AmazonCorrettoCryptoProvider.install();
    }

    /** The protocol's: older or newer is refused. */
    static final Duration SKEW_MAX = Duration.ofMinutes(5);

    private static final int NONCE_BYTES = 16;

    private final String spMchid;
    private final String merchantSerial;
    private final PreparedSignatures signer;
    private final PlatformCertificates certificates;
    private final Map<X509Certificate, PreparedSignatures> verifiers = new ConcurrentHashMap<>();
    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();

    /**
     * Reads our key.
     *
     * @throws IllegalArgumentException if the file is not what it should be
     */
    Seal(ProviderAccess access, PlatformCertificates certificates, InstantSource time) {
        this.spMchid = access.spMchid();
        this.merchantSerial = access.merchantSerial();
        this.signer = PreparedSignatures.by(
                PemUtil.loadPrivateKeyFromPath(access.merchantKey().toString()));
        this.certificates = certificates;
        this.time = time;
    }

    /** The Authorization header of a request. */
    String authorization(String method, String target, String body) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = HexFormat.of().formatHex(bytes);
        long timestamp = time.instant().getEpochSecond();
        String message = method + "\n" + target + "\n" + timestamp + "\n" + nonce + "\n" + body + "\n";
        String signature = Base64.getEncoder().encodeToString(signer.sign(message.getBytes(UTF_8)));
        return "WECHATPAY2-SHA256-RSA2048 mchid=\"%s\",nonce_str=\"%s\",timestamp=\"%d\",serial_no=\"%s\",signature=\"%s\""
                .formatted(spMchid, nonce, timestamp, merchantSerial, signature);
    }

    /** Why the provider may not have said that, or not lately; empty if it did. */
    Optional<Doubt> doubt(Signed signed) {
        if (signed.lacksProof()) {
            return Optional.of(Doubt.NOT_SIGNED);
        }
        Optional<Instant> saidAt = signed.saidAt();
        if (saidAt.isEmpty()) {
            return Optional.of(Doubt.TIMESTAMP_INVALID);
        }
        if (Duration.between(saidAt.get(), time.instant()).abs().compareTo(SKEW_MAX) > 0) {
            return Optional.of(Doubt.CLOCK_SKEWED);
        }
        Optional<X509Certificate> certificate = certificates.find(signed.serial());
        if (certificate.isEmpty()) {
            return Optional.of(Doubt.SERIAL_UNKNOWN);
        }
        return isSigned(signed, certificate.get()) ? Optional.empty() : Optional.of(Doubt.SIGNATURE_INVALID);
    }

    private boolean isSigned(Signed signed, X509Certificate certificate) {
        try {
            return verifiers
                    .computeIfAbsent(certificate, each -> PreparedSignatures.of(each.getPublicKey()))
                    .verify(
                            signed.message().getBytes(UTF_8),
                            Base64.getDecoder().decode(signed.signature()));
        } catch (IllegalArgumentException _) {
            // Not base64.
            return false;
        }
    }
}
