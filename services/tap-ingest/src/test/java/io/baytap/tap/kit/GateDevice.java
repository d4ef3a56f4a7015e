package io.baytap.tap.kit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Sends what a gate sends, signed with its key. */
public record GateDevice(URI server, HttpClient http, String gateId, KeyPair keys) {

    public static final String JSON = "application/json";
    public static final String NDJSON = "application/x-ndjson";
    public static final String BATCH = "/v1/taps/batch";
    public static final String ONE = "/v1/taps";

    public HttpResponse<String> sendBatch(String body) {
        return send(BATCH, JSON, body);
    }

    public HttpResponse<String> send(String path, String contentType, String body) {
        byte[] bytes = Keys.utf8(body);
        return send(signed(path, Instant.now(), bytes, BodyPublishers.ofByteArray(bytes)), contentType);
    }

    /** Asks something, signed over no body; the query is not signed. */
    public HttpResponse<String> get(String path, String... headers) {
        String signedPath = path.split("\\?", 2)[0];
        var request = HttpRequest.newBuilder(server.resolve(path)).header("Baytap-Gate", gateId);
        headers("GET " + signedPath, Instant.now(), new byte[0]).forEach(request::header);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request, JSON);
    }

    /** A batch as bytes, over HTTP. */
    public HttpResponse<String> sendBytes(String contentType, byte[] body) {
        return send(signed(BATCH, Instant.now(), body, BodyPublishers.ofByteArray(body)), contentType);
    }

    /** Sent-at and signature as another door than HTTP wants them beside the body. */
    public Map<String, String> headers(String target, Instant sentAt, byte[] body) {
        byte[] preamble = Keys.utf8(target + "\n" + gateId + "\n" + sentAt + "\n");
        return Map.of(
                "Baytap-Sent-At",
                sentAt.toString(),
                "Baytap-Signature",
                Base64.getEncoder().encodeToString(Keys.sign(keys.getPrivate(), preamble, body)));
    }

    /** Without saying beforehand how long it is. */
    public HttpResponse<String> sendChunked(byte[] body) {
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        return send(signed(BATCH, Instant.now(), body, chunked), JSON);
    }

    /** A request that is signed but not sent, so that a test can spoil it. */
    public HttpRequest.Builder signed(String path, Instant sentAt, byte[] body, BodyPublisher publisher) {
        byte[] preamble = Keys.utf8("POST " + path + "\n" + gateId + "\n" + sentAt + "\n");
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Baytap-Gate", gateId)
                .header("Baytap-Sent-At", sentAt.toString())
                .header(
                        "Baytap-Signature",
                        Base64.getEncoder().encodeToString(Keys.sign(keys.getPrivate(), preamble, body)))
                .POST(publisher);
    }

    public HttpResponse<String> send(HttpRequest.Builder request, String contentType) {
        try {
            return http.send(request.header("Content-Type", contentType).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("the service did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
