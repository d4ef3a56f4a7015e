package io.baytap.images;

import static java.util.Objects.requireNonNull;

import io.baytap.sandbox.gates.CodeIssuer;
import io.baytap.sandbox.gates.SigningKey;
import io.baytap.sandbox.provider.Scheme;
import io.baytap.sandbox.published.Published;
import io.baytap.sandbox.reference.Registration;
import io.baytap.stack.EmbeddedStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What has to be registered before the first {@code helm test}, and what its Secret says: two stations of one network, and a wallet of the mainland. */
final class CheckSetUp {

    private static final String NETWORK = "MTR:heavy-rail";
    private static final int SPREAD = 50;
    private static final CodeIssuer ISSUER = CodeIssuer.of(Scheme.WEIXIN_PAY);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Published published;
    private final Map<String, String> gates = new TreeMap<>();

    /** @param figures the folder of published tables */
    CheckSetUp(Path figures) {
        this.published = Published.read(figures, SPREAD);
        List<String> stops = published.routes().stream()
                .filter(route -> route.routeId().equals(NETWORK))
                .findFirst()
                .orElseThrow()
                .stopIds();
        gates.put("ENTRY", stops.getFirst());
        gates.put("EXIT", stops.getLast());
    }

    /** What the trip costs, in cents of HKD. */
    long fareMinor() {
        return published
                .stationFare(NETWORK, requireNonNull(gates.get("ENTRY")), requireNonNull(gates.get("EXIT")))
                .orElseThrow();
    }

    /** Routes and issuers: topics of operators and wallets. */
    void publish(EmbeddedStack stack, Instant at) throws IOException {
        try (var registration = new Registration(stack.bootstrapServers(), stack.registryUrl(), at)) {
            registration.routes(List.copyOf(published.routes()));
            registration.issuers();
        }
    }

    /** Both gates, with the token of those who may. */
    void registerGates(URI tapIngest, String token) throws IOException, InterruptedException {
        for (Map.Entry<String, String> gate : gates.entrySet()) {
            String key = encoded(key(gate.getKey()).publicKey());
            String _ = send(HttpRequest.newBuilder(tapIngest.resolve("/v1/gates/" + gate(gate.getKey())))
                    .header("Authorization", "Bearer " + token)
                    .PUT(BodyPublishers.ofString("""
                            {"operatorId": "MTR", "mode": "RAIL", "routeId": "%s", "stopId": "%s", "publicKey": "%s"}
                            """.formatted(NETWORK, gate.getValue(), key))));
        }
    }

    /** A rate that one person proposes and another approves, in force since an hour ago. */
    void bringRates(URI fx, Instant now) throws IOException, InterruptedException {
        String proposal = send(HttpRequest.newBuilder(fx.resolve("/v1/rates/proposals"))
                .header("X-Baytap-Person", "olga")
                .POST(BodyPublishers.ofString(
                        """
                        {"date": "%s", "inForceFrom": "%s", "note": "for the check",
                         "rates": [{"base": "HKD", "quote": "CNY", "rate": "0.9"}]}
                        """.formatted(now.atOffset(ZoneOffset.UTC).toLocalDate(), now.minus(Duration.ofHours(1))))));
        String id = proposal.replaceFirst(".*?\"id\":\"([^\"]+)\".*", "$1");
        String _ = send(HttpRequest.newBuilder(fx.resolve("/v1/rates/proposals/" + id + "/approval"))
                .header("X-Baytap-Person", "ben")
                .POST(BodyPublishers.noBody()));
    }

    /**
     * The Secret of the check.
     *
     * @param account the rider's, whom no other run has
     * @param fareMinor what the trip is said to cost, in cents of HKD
     */
    Map<String, String> secret(String account, long fareMinor, String auditorToken) {
        Map<String, String> secret = new TreeMap<>(Map.of(
                "CHECK_ISSUER", ISSUER.issuerId(),
                "CHECK_ISSUER_KEY", encoded(ISSUER.key().privateKey()),
                "CHECK_ACCOUNT", account,
                "CHECK_FARE_MINOR", Long.toString(fareMinor),
                "CHECK_AUDITOR_TOKEN", auditorToken));
        for (String end : gates.keySet()) {
            secret.put("CHECK_" + end + "_GATE", gate(end));
            secret.put("CHECK_" + end + "_KEY", encoded(key(end).privateKey()));
        }
        return secret;
    }

    private static String gate(String end) {
        return "check-" + end;
    }

    private static SigningKey key(String end) {
        return SigningKey.of("gate " + gate(end));
    }

    private static String encoded(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest asked = request.header("Content-Type", "application/json").build();
        HttpResponse<String> answer = http.send(asked, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(asked.method() + " " + asked.uri() + " was answered with " + answer.statusCode()
                    + ": " + answer.body());
        }
        return answer.body();
    }
}
