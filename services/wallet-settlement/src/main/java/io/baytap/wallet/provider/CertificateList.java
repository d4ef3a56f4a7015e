package io.baytap.wallet.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.wechat.pay.java.core.certificate.InMemoryCertificateProvider;
import com.wechat.pay.java.core.cipher.RSAVerifier;
import com.wechat.pay.java.core.util.PemUtil;
import io.baytap.wallet.domain.Notifications.Signed;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code GET /v3/global/certificates}. Each certificate is sealed with our API v3 key, which only the provider and we
 * know; and the answer must be signed with one of those that are in it, or with one that was believed before.
 */
final class CertificateList {

    static final String TARGET = "/v3/global/certificates";

    private CertificateList() {}

    /** The certificates; empty if one cannot be opened, or if nobody in the list signed it. */
    static Optional<List<X509Certificate>> read(Signed signed, JsonNode body, Decryption key) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (JsonNode entry : body.path("data")) {
            JsonNode sealed = entry.path("encrypt_certificate");
            Optional<X509Certificate> certificate = key.decrypt(
                            sealed.path("associated_data").asText(),
                            sealed.path("nonce").asText(),
                            sealed.path("ciphertext").asText())
                    .flatMap(CertificateList::certificate);
            if (certificate.isEmpty()) {
                return Optional.empty();
            }
            certificates.add(certificate.get());
        }
        return certificates.isEmpty() || !isSignedByOneOf(certificates, signed)
                ? Optional.empty()
                : Optional.of(certificates);
    }

    private static Optional<X509Certificate> certificate(String pem) {
        try {
            return Optional.of(PemUtil.loadX509FromString(pem));
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    private static boolean isSignedByOneOf(List<X509Certificate> certificates, Signed signed) {
        try {
            return new RSAVerifier(new InMemoryCertificateProvider(certificates))
                    .verify(signed.serial(), signed.message(), signed.signature());
        } catch (RuntimeException _) {
            return false;
        }
    }
}
