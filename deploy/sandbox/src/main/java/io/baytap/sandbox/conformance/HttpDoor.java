package io.baytap.sandbox.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code POST /v1/taps/batch}. Comes again when it is told to. */
final class HttpDoor implements KitDoor {

    private static final String PATH = "/v1/taps/batch";
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
    private static final int TRIES_MAX = 10;
    private static final int ACCEPTED = 202;

    private final HttpClient http = HttpClient.newHttpClient();
    private final CountDownLatch never = new CountDownLatch(1);
    private final URI url;

    HttpDoor(URI url) {
        this.url = url;
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public boolean speaks(String contentType) {
        return true;
    }

    @Override
    public List<String> send(KitBatch batch) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(PATH))
                .timeout(ANSWER_MAX)
                .header("Content-Type", batch.contentType())
                .header("Baytap-Gate", batch.gate().gateId())
                .header("Baytap-Sent-At", batch.sentAt().toString())
                .header("Baytap-Signature", batch.signature("POST " + PATH))
                .POST(BodyPublishers.ofByteArray(batch.body()))
                .build();
        for (int tries = 1; ; tries++) {
            try {
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                boolean again = answer.statusCode() == 429 || answer.statusCode() == 503;
                if (!again || tries == TRIES_MAX) {
                    return text(answer);
                }
            } catch (IOException e) {
                return List.of("no answer: " + e);
            }
            boolean _ = never.await(1, TimeUnit.SECONDS);
        }
    }

    /** Verdicts come with 202 and refusals with another status, or an intake says two things at once. */
    private static List<String> text(HttpResponse<String> answer) {
        List<String> text = AnswerText.of(answer.body());
        boolean refused = text.size() == 1 && text.getFirst().startsWith("REFUSED");
        return refused == (answer.statusCode() == ACCEPTED)
                ? List.of("status " + answer.statusCode() + " with " + text)
                : text;
    }

    @Override
    public void close() {
        http.close();
    }
}
