package io.baytap.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;

/** Taps a rider into one gate and out of another, as the gates would. */
final class Taps {

    private static final String PATH = "/v1/taps/batch";
    private static final Duration RIDE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final Settings settings;
    private final Line line;

    Taps(Settings settings, Line line) {
        this.settings = settings;
        this.line = line;
    }

    /**
     * A tap and what became of it.
     *
     * @param id as the line calls it
     * @param verdict {@code ACCEPTED}, or another with its reason
     */
    record Tap(String id, String verdict) {}

    /** Gets in. */
    Tap enter() throws OverdueException, InterruptedException {
        return tap(settings.entry(), "ENTRY", settings.at().minus(RIDE));
    }

    /** Gets out. */
    Tap leave() throws OverdueException, InterruptedException {
        return tap(settings.exit(), "EXIT", settings.at());
    }

    private Tap tap(Gate gate, String direction, Instant at) throws OverdueException, InterruptedException {
        long sequence = nextSequence(gate);
        String code = settings.issuer().code(settings.account(), at);
        String body = "[{\"sequence\":%d,\"occurredAt\":\"%s\",\"direction\":\"%s\",\"riderCode\":\"%s\"}]"
                .formatted(sequence, at, direction, code);
        // A gate that gets no answer sends the same bytes again: the verdict of that is DUPLICATE.
        HttpRequest.Builder request = gate.sign(
                        line.request(settings.tapIngest(), PATH), "POST " + PATH, settings.at(), body)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        String verdict = line.await("taps", request, ACCEPTED, answer -> {
            JsonNode first = answer.path("verdicts").path(0);
            return new Seen.There<>(
                    (first.path("verdict").asText() + " " + first.path("reason").asText("")).strip());
        });
        return new Tap("tap:" + gate.id() + ":" + sequence, verdict.equals("DUPLICATE") ? "ACCEPTED" : verdict);
    }

    /** A gate counts without gaps, or it would owe what it left out. */
    private long nextSequence(Gate gate) throws OverdueException, InterruptedException {
        HttpRequest.Builder request = gate.sign(
                line.request(settings.tapIngest(), "/v1/gates/" + Line.encoded(gate.id()) + "/sequences"),
                "GET /v1/gates/" + gate.id() + "/sequences",
                settings.at(),
                "");
        return line.await(
                "gate " + gate.id(),
                request,
                OK,
                answer -> new Seen.There<>(answer.path("upTo").asLong() + 1));
    }
}
