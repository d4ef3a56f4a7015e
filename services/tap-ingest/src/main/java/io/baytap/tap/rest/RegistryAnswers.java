package io.baytap.tap.rest;

import io.baytap.tap.domain.RegistryRefusal;
import io.baytap.tap.json.RefusalView;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What operators are answered, once they have proven to be operators. */
final class RegistryAnswers {

    private final RegistryToken token;
    private final long retryAfterSeconds;

    RegistryAnswers(RegistryToken token, long retryAfterSeconds) {
        this.token = token;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** What came of a request. */
    sealed interface Outcome {
        record Done(Object view) implements Outcome {}

        record Refused(RegistryRefusal refusal) implements Outcome {}
    }

    /** The request itself, run only for an operator. */
    @FunctionalInterface
    interface Request {
        Outcome run() throws GateRequests.MalformedException;
    }

    Response answer(@Nullable String authorization, Request request) {
        return answer(token.refusal(authorization), request);
    }

    /** A question that changes nothing. */
    Response answerReader(@Nullable String authorization, Request request) {
        return answer(token.readerRefusal(authorization), request);
    }

    private Response answer(@Nullable RegistryRefusal refusal, Request request) {
        if (refusal != null) {
            return refused(refusal);
        }
        try {
            return switch (request.run()) {
                case Outcome.Done(var view) -> Response.ok(view).build();
                case Outcome.Refused(var reason) -> refused(reason);
            };
        } catch (GateRequests.MalformedException e) {
            return refused(e.refusal());
        }
    }

    private Response refused(RegistryRefusal refusal) {
        int status = switch (refusal) {
            case RegistryRefusal.MalformedGate _ -> 400;
            case RegistryRefusal.TokenInvalid _ -> 401;
            case RegistryRefusal.Closed _ -> 403;
            case RegistryRefusal.UnknownGate _ -> 404;
            case RegistryRefusal.Starting _, RegistryRefusal.LineAway _ -> 503;
        };
        Response.ResponseBuilder response =
                Response.status(status).entity(new RefusalView(refusal.code(), refusal.field(), refusal.detail()));
        if (status == 503) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
        }
        return response.build();
    }
}
