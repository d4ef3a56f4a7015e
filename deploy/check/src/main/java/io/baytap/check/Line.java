package io.baytap.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks a running line over HTTP, again and again until it has the answer or the deadline has come. */
final class Line implements AutoCloseable {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final Duration ASK_AGAIN = Duration.ofMillis(500);
    private static final int LINES_SHOWN_MAX = 10;
    private static final int ANSWER_SHOWN_MAX = 300;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final CountDownLatch never = new CountDownLatch(1);
    private final String auditorToken;
    private final long endNanos;

    /** @param deadline for all that is asked, from now on */
    Line(String auditorToken, Duration deadline) {
        this.auditorToken = auditorToken;
        this.endNanos = System.nanoTime() + deadline.toNanos();
    }

    /** As one segment of a path, or the value of a parameter. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A question of an auditor. */
    HttpRequest.Builder audited(URI service, String path) {
        return request(service, path).header("Authorization", "Bearer " + auditorToken);
    }

    HttpRequest.Builder request(URI service, String path) {
        return HttpRequest.newBuilder(service.resolve(path)).timeout(ANSWER_MAX);
    }

    /**
     * Sends it until it is answered with that status and something is seen in the JSON of the answer.
     *
     * @throws OverdueException naming what was waited for, and the last answer
     */
    <T> T await(String what, HttpRequest.Builder request, int status, Function<JsonNode, Seen<T>> look)
            throws OverdueException, InterruptedException {
        return awaitLines(what, request, status, lines -> look.apply(tree(lines.collect(Collectors.joining()))));
    }

    /** The same of an answer in lines. */
    <T> T awaitLines(String what, HttpRequest.Builder request, int status, Function<Stream<String>, Seen<T>> look)
            throws OverdueException, InterruptedException {
        HttpRequest asked = request.build();
        while (true) {
            switch (ask(asked, status, look)) {
                case Seen.There<T>(T value) -> {
                    return value;
                }
                case Seen.NotYet<T>(String why) -> {
                    if (System.nanoTime() > endNanos) {
                        throw new OverdueException(what, why);
                    }
                }
            }
            boolean _ = never.await(ASK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private <T> Seen<T> ask(HttpRequest request, int status, Function<Stream<String>, Seen<T>> look)
            throws InterruptedException {
        String asked = request.method() + " " + request.uri();
        try {
            HttpResponse<Stream<String>> answer = http.send(request, BodyHandlers.ofLines());
            try (Stream<String> lines = answer.body()) {
                if (answer.statusCode() == status) {
                    return look.apply(lines);
                }
                String said = lines.limit(LINES_SHOWN_MAX).collect(Collectors.joining(" "));
                return new Seen.NotYet<>(asked + " is answered with " + answer.statusCode() + " "
                        + said.substring(0, Math.min(said.length(), ANSWER_SHOWN_MAX)));
            }
        } catch (IOException | UncheckedIOException e) {
            return new Seen.NotYet<>(asked + " is not answered: " + e);
        }
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
