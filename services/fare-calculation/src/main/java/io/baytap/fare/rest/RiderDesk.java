package io.baytap.fare.rest;

import io.baytap.fare.domain.RiderHistory;
import io.baytap.fare.domain.RiderLookup;
import io.baytap.fare.domain.RiderLookup.Found;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers from what is kept of a rider, or has the replica answer that keeps it. */
@Singleton
public class RiderDesk {

    /** The rider: in a header, so that no log of addresses holds it. */
    static final String RIDER = "Baytap-Rider";

    /** Set on a question that was passed on: it is not passed on again. */
    static final String PASSED_ON = "Baytap-Passed-On";

    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
    private static final int RETRY_SECONDS = 2;

    private final RiderLookup riders;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_MAX).build();

    RiderDesk(RiderLookup riders) {
        this.riders = riders;
    }

    /** Why there is no answer. */
    public record Refusal(String field, String reason) {}

    /**
     * A question as it came.
     *
     * @param path with which it is passed on
     * @param body null for a GET
     * @param passedOn what the header {@link #PASSED_ON} says
     */
    record Question(
            String riderId,
            String path,
            @Nullable String body,
            @Nullable String passedOn) {}

    Response answer(Question question, Function<RiderHistory, Response> from) {
        return switch (riders.find(question.riderId())) {
            case Found.Here(RiderHistory history) -> from.apply(history);
            case Found.Elsewhere(String address) ->
                question.passedOn() == null ? passOn(question, address) : unavailable("partitions are moving");
            case Found.Nowhere(String state) -> unavailable(state);
        };
    }

    private Response passOn(Question question, String address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + address + question.path()))
                .timeout(ANSWER_MAX)
                .header(RIDER, question.riderId())
                .header(PASSED_ON, "true");
        String body = question.body();
        if (body != null) {
            request.header("Content-Type", MediaType.APPLICATION_JSON).POST(BodyPublishers.ofString(body));
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return Response.status(answer.statusCode())
                    .type(MediaType.APPLICATION_JSON)
                    .entity(answer.body())
                    .build();
        } catch (IOException e) {
            return unavailable("the replica that has the rider does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unavailable("stopping");
        }
    }

    private static Response unavailable(String reason) {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header("Retry-After", RETRY_SECONDS)
                .type(MediaType.APPLICATION_JSON)
                .entity(new Refusal("rider", reason))
                .build();
    }

    static Response refused(int status, String field, String reason) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(new Refusal(field, reason))
                .build();
    }
}
