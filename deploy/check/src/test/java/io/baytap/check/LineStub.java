package io.baytap.check;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A line that answers as it was told to, whatever it is asked. Its one trip costs 12.50 HKD, which is 11.43 CNY. */
final class LineStub implements AutoCloseable {

    static final String SEQUENCES = "/sequences";
    static final String TAPS = "/v1/taps/batch";
    static final String TRACE = "/v1/trace";
    static final String RIDE = "/v1/rides/";
    static final String JOURNAL = "/v1/journals/";
    static final String REPORT = "/v1/reports/";

    private static final String FARE = "{\"minor\":1250,\"currency\":\"HKD\"}";
    private static final String DEBIT = "{\"minor\":1143,\"currency\":\"CNY\"}";

    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            SEQUENCES, "{\"upTo\":41}",
            TAPS, "{\"verdicts\":[{\"verdict\":\"ACCEPTED\",\"reason\":null}]}",
            TRACE, "{\"journeys\":[\"journey:tap:in:42\"]}",
            RIDE,
                    "{\"steps\":[{\"step\":\"tapped\",\"id\":\"tap:in:42\"},{\"step\":\"tapped\",\"id\":\"tap:out:42\"},"
                            + "{\"step\":\"priced\",\"net\":" + FARE + "},{\"step\":\"posted\",\"id\":\"posting:1\","
                            + "\"operatorId\":\"MTR\",\"fare\":" + FARE + ",\"debit\":" + DEBIT + "}]}",
            JOURNAL, """
                    {"postings":[
                      {"account":"wallet-receivable:WEIXIN_PAY","currency":"CNY","amountMinor":1143},
                      {"account":"fx-position","currency":"CNY","amountMinor":-1137},
                      {"account":"fx-spread","currency":"CNY","amountMinor":-6},
                      {"account":"fx-position","currency":"HKD","amountMinor":1250},
                      {"account":"operator-payable:MTR","currency":"HKD","amountMinor":-1250}]}""",
            REPORT, """
                    row,level,record_id,residents_of,paying_in,fare_amount,fare_currency,wallet_amount,wallet_currency,rate_ids
                    DETAIL,,posting:0,CN,HK,4.00,HKD,3.66,CNY,r1
                    DETAIL,,posting:1,CN,HK,12.50,HKD,11.43,CNY,"r1,r2"
                    TOTAL,,,,,16.50,HKD,15.09,CNY,
                    CONTROL,RECORDS,,,,16.50,HKD,,,
                    """));
    private final HttpServer server;

    private LineStub(HttpServer server) {
        this.server = server;
    }

    static LineStub start() throws IOException {
        LineStub stub = new LineStub(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        stub.server.createContext("/", stub::answer);
        stub.server.start();
        return stub;
    }

    /** Something else than it usually answers there. */
    LineStub says(String path, String was, String is) {
        String answer = answers.getOrDefault(path, "");
        if (!answer.contains(was)) {
            throw new IllegalArgumentException(path + " does not say " + was);
        }
        answers.put(path, answer.replace(was, is));
        return this;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().getPath();
        String answer = answers.entrySet().stream()
                .filter(each -> asked.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.isEmpty() ? 404 : asked.equals(TAPS) ? 202 : 200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
