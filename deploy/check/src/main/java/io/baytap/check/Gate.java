package io.baytap.check;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Base64;

/** A gate that stands at a station, and what it signs with. */
record Gate(String id, SigningKey key) {

    /**
     * Signs a request as tap-ingest asks for it.
     *
     * @param target method and path, {@code POST /v1/taps/batch}
     */
    HttpRequest.Builder sign(HttpRequest.Builder request, String target, Instant sentAt, String body) {
        byte[] signature = key.sign(target + "\n" + id + "\n" + sentAt + "\n" + body);
        return request.header("Baytap-Gate", id)
                .header("Baytap-Sent-At", sentAt.toString())
                .header("Baytap-Signature", Base64.getEncoder().encodeToString(signature));
    }
}
