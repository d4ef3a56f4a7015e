package io.baytap.reporting.page;

import io.baytap.reporting.access.Refused;
import io.baytap.reporting.rest.Problems;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells people on a page that they may not see what they asked for, and programs in JSON. */
class Refusals {

    private final Visit visit;

    Refusals(Visit visit) {
        this.visit = visit;
    }

    @ServerExceptionMapper
    Response refused(Refused refused, ContainerRequestContext request) {
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        if (refused.status() != Status.FORBIDDEN || accept == null || !accept.contains(MediaType.TEXT_HTML)) {
            return Problems.refused(refused);
        }
        return Response.status(refused.status())
                .type(MediaType.TEXT_HTML)
                .entity(visit.openNone()
                        .show(Templates.refused(refused.reason(), String.valueOf(refused.getMessage()))))
                .build();
    }
}
