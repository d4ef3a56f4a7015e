package io.baytap.sandbox.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** From a request to its desk and back, signatures checked and made on the way. */
final class ProviderHandler implements HttpHandler {

    private static final int BODY_MAX = 1 << 20;
    private static final Answer NO_SUCH_PATH = Answer.refused(404, "NOT_FOUND", "no such path");
    private static final String TRANSACTIONS = "/v3/global/papay/transactions";
    private static final String BY_OUT_TRADE_NO = TRANSACTIONS + "/out-trade-no/";
    private static final String CONTRACTS = "/v3/global/papay/contracts/";
    private static final String REFUNDS = "/v3/global/refunds";
    private static final String BY_OUT_REFUND_NO = REFUNDS + "/out-refund-no/";
    private static final String BEHAVIOURS = "/sandbox/v1/behaviours/";

    private final ObjectMapper json = new ObjectMapper();
    private final Gatekeeper gatekeeper;
    private final Desks desks;
    private final Duration hang;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** The desks that requests are brought to. */
    record Desks(
            DebitDesk debits,
            Notices notices,
            RefundDesk refunds,
            ContractDesk contracts,
            CertificateDesk certificates,
            ControlDesk control) {}

    ProviderHandler(Gatekeeper gatekeeper, Desks desks, Duration hang) {
        this.gatekeeper = gatekeeper;
        this.desks = desks;
        this.hang = hang;
    }

    /** Lets go of the connections that hang. */
    void close() {
        closed.countDown();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] bytes = exchange.getRequestBody().readNBytes(BODY_MAX + 1);
            if (bytes.length > BODY_MAX) {
                send(exchange, Answer.refused(413, "BODY_TOO_LARGE", "at most 1 MiB"), null);
                return;
            }
            String body = new String(bytes, StandardCharsets.UTF_8);
            if (exchange.getRequestURI().getPath().startsWith("/sandbox/")) {
                send(exchange, control(exchange, body), null);
            } else {
                provide(exchange, body);
            }
        }
    }

    private void provide(HttpExchange exchange, String body) throws IOException {
        var admission = gatekeeper.admit(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                body,
                exchange.getRequestHeaders().getFirst("Authorization"));
        switch (admission) {
            case Gatekeeper.Admission.Refused(Answer answer) -> send(exchange, answer, null);
            case Gatekeeper.Admission.Admitted(Provider provider) -> provide(exchange, body, provider);
        }
    }

    private void provide(HttpExchange exchange, String body, Provider provider) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("GET")) {
            send(exchange, get(provider, path, exchange.getRequestURI().getQuery()), provider);
            return;
        }
        JsonNode parsed = parse(body);
        if (path.equals(TRANSACTIONS)) {
            debit(exchange, provider, parsed);
        } else {
            send(
                    exchange,
                    path.equals(REFUNDS) ? desks.refunds.refund(provider.ledger(), parsed) : NO_SUCH_PATH,
                    provider);
        }
    }

    private Answer get(Provider provider, String path, @Nullable String query) {
        String subMchid = parameter(query, "sub_mchid");
        if (path.startsWith(BY_OUT_TRADE_NO)) {
            return desks.debits.query(provider.ledger(), path.substring(BY_OUT_TRADE_NO.length()), subMchid);
        }
        if (path.startsWith(BY_OUT_REFUND_NO)) {
            return desks.refunds.query(provider.ledger(), path.substring(BY_OUT_REFUND_NO.length()), subMchid);
        }
        if (path.startsWith(CONTRACTS)) {
            return desks.contracts.query(provider.ledger(), path.substring(CONTRACTS.length()));
        }
        return path.equals("/v3/global/certificates") ? desks.certificates.list(provider.keys()) : NO_SUCH_PATH;
    }

    private void debit(HttpExchange exchange, Provider provider, JsonNode body) throws IOException {
        switch (desks.debits.debit(provider.ledger(), body)) {
            case DebitDesk.Outcome.Answered(Answer answer, var trade, boolean first) -> {
                send(exchange, answer, provider);
                if (first && trade != null) {
                    desks.notices.after(provider, trade);
                }
            }
            case DebitDesk.Outcome.Hanging(Trade trade) -> {
                desks.notices.after(provider, trade);
                hang();
            }
        }
    }

    private void hang() {
        try {
            boolean _ = closed.await(hang.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer control(HttpExchange exchange, String body) {
        String path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod() + " " + path) {
            case "GET /sandbox/v1/books" -> desks.control.showBooks();
            case "GET /sandbox/v1/contracts" -> desks.control.contracts();
            case "POST /sandbox/v1/contracts" -> desks.control.sign(parse(body));
            case String call
            when call.startsWith("PUT " + BEHAVIOURS) ->
                desks.control.behave(path.substring(BEHAVIOURS.length()), parse(body));
            case String _ -> NO_SUCH_PATH;
        };
    }

    /** What cannot be read has no fields: the first one missing is named in the answer. */
    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private static @Nullable String parameter(@Nullable String query, String name) {
        if (query == null) {
            return null;
        }
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return null;
    }

    private void send(HttpExchange exchange, Answer answer, @Nullable Provider provider) throws IOException {
        String text = answer.body().toString();
        if (provider != null) {
            provider.signer().headers(text).forEach(exchange.getResponseHeaders()::set);
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
