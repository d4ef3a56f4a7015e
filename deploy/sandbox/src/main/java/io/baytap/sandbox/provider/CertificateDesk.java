package io.baytap.sandbox.provider;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.cert.CertificateEncodingException;

/** {@code /v3/global/certificates}: the platform's certificates, sealed: the one that signs and the one before it. */
final class CertificateDesk {

    Answer list(PlatformHands hands) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        hands.listed().forEach(hand -> data.add(entry(hand.keys())));
        return Answer.ok(body);
    }

    private static ObjectNode entry(SchemeKeys held) {
        var certificate = held.platformCertificate();
        ObjectNode entry = JsonNodeFactory.instance
                .objectNode()
                .put("serial_no", held.platformSerial())
                .put("effective_time", Times.rfc3339(certificate.getNotBefore().toInstant()))
                .put("expire_time", Times.rfc3339(certificate.getNotAfter().toInstant()));
        entry.set("encrypt_certificate", Sealed.seal(pem(held), held.apiV3Key(), Nonces.next(12), "certificate"));
        return entry;
    }

    private static String pem(SchemeKeys held) {
        try {
            return KeyFolder.pem("CERTIFICATE", held.platformCertificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
