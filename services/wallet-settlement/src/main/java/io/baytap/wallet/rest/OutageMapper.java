package io.baytap.wallet.rest;

import io.baytap.wallet.domain.StorageOutage;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says that it is not the caller's fault, and when to come again. */
class OutageMapper {

    private static final Logger LOG = Logger.getLogger(OutageMapper.class);
    private static final int RETRY_SECONDS = 5;

    @ServerExceptionMapper
    Response toResponse(StorageOutage outage) {
        LOG.warn("a request met an outage", outage);
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }
}
