package io.baytap.sandbox.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.baytap.sandbox.gates.SigningKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/** A tap-ingest written once more from its contract, with the JDK's own Ed25519: it and the simulator have to agree. */
final class StrictIntake implements AutoCloseable {

    private final HttpServer server;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, PlannedGate> gates = new HashMap<>();
    private final Map<String, Set<String>> stops = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private int faultsLeft;

    /** @param faults so many requests are answered 503 or, though their taps are taken, not at all */
    StrictIntake(Plan plan, int faults) throws IOException {
        plan.gates().forEach(gate -> gates.put(gate.gateId(), gate));
        plan.routes().forEach(route -> stops.put(route.routeId(), Set.copyOf(route.stopIds())));
        faultsLeft = faults;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/taps/batch", this::receive);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            int fault = body.length > 2 ? nextFault() : 0;
            if (fault % 2 == 1) {
                exchange.getResponseHeaders().set("Retry-After", "0");
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            String gateId = exchange.getRequestHeaders().getFirst("Baytap-Gate");
            String sentAt = exchange.getRequestHeaders().getFirst("Baytap-Sent-At");
            String refusal =
                    refusal(gateId, sentAt, exchange.getRequestHeaders().getFirst("Baytap-Signature"), body);
            String answer = refusal.isEmpty()
                    ? verdicts(gates.getOrDefault(gateId, GateYard.UNREGISTERED), Instant.parse(sentAt), body)
                    : "{\"reason\":\"" + refusal + "\"}";
            if (fault == 0) {
                byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(refusal.isEmpty() ? 202 : 401, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private synchronized int nextFault() {
        return faultsLeft == 0 ? 0 : faultsLeft--;
    }

    private String refusal(String gateId, String sentAt, String signature, byte[] body)
            throws GeneralSecurityException {
        PlannedGate gate = gates.get(gateId);
        if (gate == null) {
            return "UNKNOWN_GATE";
        }
        byte[] preamble = ("POST /v1/taps/batch\n" + gateId + "\n" + sentAt + "\n").getBytes(StandardCharsets.UTF_8);
        if (!gate.active()) {
            return "GATE_SUSPENDED";
        }
        byte[] proof = Base64.getDecoder().decode(signature);
        return verify(SigningKey.of("gate " + gateId).publicKey(), proof, preamble, body) ? "" : "SIGNATURE_INVALID";
    }

    private String verdicts(PlannedGate gate, Instant now, byte[] body) throws IOException, GeneralSecurityException {
        var answer = json.createObjectNode();
        var verdicts = answer.putArray("verdicts");
        for (JsonNode tap : json.readTree(body)) {
            String verdict = verdict(gate, now, tap);
            boolean rejected = !Set.of("ACCEPTED", "LATE", "DUPLICATE").contains(verdict);
            verdicts.addObject()
                    .put("sequence", tap.path("sequence").asLong())
                    .put("verdict", rejected ? "REJECTED" : verdict)
                    .put("reason", rejected ? verdict : null);
        }
        return answer.toString();
    }

    private String verdict(PlannedGate gate, Instant now, JsonNode tap) throws IOException, GeneralSecurityException {
        Instant occurredAt = Instant.parse(tap.path("occurredAt").asText());
        if (occurredAt.isAfter(now.plus(Duration.ofMinutes(2)))) {
            return "CLOCK_AHEAD";
        }
        String stop = tap.path("stopId").asText(gate.stopId());
        if (gate.isFixed() && !stop.equals(gate.stopId())) {
            return "LOCATION_MISMATCH";
        }
        if (!stops.getOrDefault(tap.path("routeId").asText(gate.routeId()), Set.of())
                .contains(stop)) {
            return "UNKNOWN_STOP";
        }
        String code = codeReason(tap.path("riderCode").asText(), occurredAt);
        if (!code.isEmpty()) {
            return code;
        }
        synchronized (seen) {
            if (!seen.add(gate.gateId() + "/" + tap.path("sequence").asLong())) {
                return "DUPLICATE";
            }
        }
        return Duration.between(occurredAt, now).compareTo(Duration.ofMinutes(5)) > 0 ? "LATE" : "ACCEPTED";
    }

    private String codeReason(String code, Instant occurredAt) throws IOException, GeneralSecurityException {
        String[] parts = code.split("\\.", -1);
        if (parts.length != 3) {
            return "CODE_MALFORMED";
        }
        JsonNode header = json.readTree(Base64.getUrlDecoder().decode(parts[0]));
        JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(parts[1]));
        String issuer = header.path("kid").asText();
        if (!List.of("weixin-pay-codes", "wechat-pay-hk-codes", "digital-rmb-codes", "foreign-card-codes")
                .contains(issuer)) {
            return "CODE_ISSUER_UNKNOWN";
        }
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        byte[] key = SigningKey.of("issuer " + issuer).publicKey();
        if (!verify(key, Base64.getUrlDecoder().decode(parts[2]), signed, new byte[0])) {
            return "CODE_SIGNATURE_INVALID";
        }
        long at = occurredAt.getEpochSecond();
        if (at < claims.path("iat").asLong()) {
            return "CODE_NOT_YET_VALID";
        }
        return at >= claims.path("exp").asLong() ? "CODE_EXPIRED" : "";
    }

    private static boolean verify(byte[] spki, byte[] signature, byte[] first, byte[] second)
            throws GeneralSecurityException {
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
        verifier.update(first);
        verifier.update(second);
        return verifier.verify(signature);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
