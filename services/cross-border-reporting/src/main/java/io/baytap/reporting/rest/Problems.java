package io.baytap.reporting.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.baytap.reporting.access.Refused;
import io.baytap.reporting.domain.ReportsAway;
import io.baytap.reporting.domain.report.NoRate;
import io.baytap.reporting.domain.report.ReportsBusy;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** How a request that cannot be answered is refused: RFC 9457, with the field and a stable reason. */
public final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    Response badParameter(BadParameter bad) {
        return refuse(Status.BAD_REQUEST, bad.reason(), bad.field(), String.valueOf(bad.getMessage()))
                .build();
    }

    /** The answer to whoever may not ask this; 401 names the scheme. */
    public static Response refused(Refused refused) {
        Response.ResponseBuilder answer =
                refuse(refused.status(), refused.reason(), null, String.valueOf(refused.getMessage()));
        return refused.status() == Status.UNAUTHORIZED
                ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build()
                : answer.build();
    }

    @ServerExceptionMapper
    Response noRate(NoRate noRate) {
        return refuse(Status.CONFLICT, "NO_RATE", null, String.valueOf(noRate.getMessage()))
                .build();
    }

    @ServerExceptionMapper
    Response notPublished(NotPublished period) {
        return refuse(Status.NOT_FOUND, "NOT_PUBLISHED", null, String.valueOf(period.getMessage()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException unknown) {
        return refuse(Status.NOT_FOUND, "NOT_FOUND", null, String.valueOf(unknown.getMessage()))
                .build();
    }

    @ServerExceptionMapper
    Response away(ReportsAway away) {
        LOG.warnf("no report can be read: %s", away.getMessage());
        return refuse(Status.SERVICE_UNAVAILABLE, "REPORTS_AWAY", null, "the read models do not answer")
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    @ServerExceptionMapper
    Response busy(ReportsBusy busy) {
        return refuse(Status.SERVICE_UNAVAILABLE, "BUSY", null, String.valueOf(busy.getMessage()))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static Response.ResponseBuilder refuse(
            Status status, String reason, @Nullable String field, String detail) {
        return Response.status(status)
                .type(PROBLEM_JSON)
                .entity(new Problem(status.getReasonPhrase(), status.getStatusCode(), reason, field, detail));
    }

    /** The body of a refusal. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Problem(
            String title,
            int status,
            String reason,
            @Nullable String field,
            String detail) {}
}
