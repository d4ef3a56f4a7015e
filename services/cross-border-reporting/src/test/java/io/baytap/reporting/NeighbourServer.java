package io.baytap.reporting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Another service, as far as the console hears of it: it says what a test has it say. */
final class NeighbourServer implements AutoCloseable {

    /** What came: the request line with colons as they are, the header Authorization or nothing, and the body. */
    record Heard(String request, String authorization, String body) {}

    private record Answer(int status, String type, String body, CountDownLatch when) {}

    private final HttpServer server;
    private final Map<String, Answer> usual = new ConcurrentHashMap<>();
    private final Map<String, Answer> now = new ConcurrentHashMap<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    NeighbourServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it says on good days. */
    NeighbourServer usually(String path, String json) {
        usual.put(path, new Answer(200, "application/json", json, new CountDownLatch(0)));
        return this;
    }

    void says(String path, int status, String type, String body) {
        now.put(path, new Answer(status, type, body, new CountDownLatch(0)));
    }

    void says(String path, int status, String json) {
        says(path, status, "application/json", json);
    }

    /** Takes the question and says nothing until it is well again. */
    void hangs(String path) {
        now.put(path, new Answer(200, "application/json", "{}", new CountDownLatch(1)));
    }

    /** Says the usual again, and forgets what it heard. */
    void recovers() {
        now.values().forEach(answer -> answer.when().countDown());
        now.clear();
        heard.clear();
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** The first of what is said of a path with its method, such as {@code POST /v1/proposals}, with its query, and alone. */
    private @Nullable Answer answer(String... names) {
        for (Map<String, Answer> said : List.of(now, usual)) {
            for (String name : names) {
                Answer answer = said.get(name);
                if (answer != null) {
                    return answer;
                }
            }
        }
        return null;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            heard.add(new Heard(
                    exchange.getRequestMethod() + " "
                            + exchange.getRequestURI().toString().replace("%3A", ":"),
                    authorization == null ? "" : authorization,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Answer answer = answer(
                    exchange.getRequestMethod() + " " + path,
                    path + "?" + exchange.getRequestURI().getQuery(),
                    path);
            if (answer == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            answer.when().await();
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        recovers();
        server.stop(0);
    }
}
