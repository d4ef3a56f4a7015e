package io.baytap.wallet.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused: RFC 9457 problem details.
 *
 * @param title what the status means
 * @param reason stable code
 * @param field the field or parameter at fault, if it is one
 * @param detail for a person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String title, int status, String reason, @Nullable String field, String detail) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** Of RFC 9110, and not among Jakarta's. */
    static final Response.StatusType UNPROCESSABLE = new Response.StatusType() {
        @Override
        public int getStatusCode() {
            return 422;
        }

        @Override
        public Response.Status.Family getFamily() {
            return Response.Status.Family.CLIENT_ERROR;
        }

        @Override
        public String getReasonPhrase() {
            return "Unprocessable Content";
        }
    };

    static Response.ResponseBuilder answer(Response.StatusType status, String reason, String detail) {
        return answer(status, reason, null, detail);
    }

    static Response.ResponseBuilder answer(
            Response.StatusType status, String reason, @Nullable String field, String detail) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new Problem(status.getReasonPhrase(), status.getStatusCode(), reason, field, detail));
    }
}
