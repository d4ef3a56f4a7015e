package io.baytap.reporting.page;

import io.baytap.reporting.access.Admits;
import io.baytap.reporting.access.Role;
import io.baytap.reporting.domain.trace.Trace;
import io.baytap.reporting.rest.BadParameter;
import io.baytap.reporting.rest.TraceParameter;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** From any id to the rides that it is about. */
@Path("/trace")
@Admits({Role.FINANCE, Role.AUDITOR, Role.HELPER})
@Produces(MediaType.TEXT_HTML)
public class TracePage {

    private final Visit visit;
    private final Trace trace;

    TracePage(Visit visit, Trace trace) {
        this.visit = visit;
        this.trace = trace;
    }

    @GET
    @Operation(summary = "What the line said of an id, and the journeys that it is about")
    public Uni<RestResponse<TemplateInstance>> search(@QueryParam("id") @Nullable String id) {
        Shell shell = visit.open(Screen.TRACE);
        if (id == null || id.isBlank()) {
            return Uni.createFrom().item(RestResponse.ok(shell.show(Templates.trace(TraceView.empty()))));
        }
        try {
            String looked = TraceParameter.id("id", id);
            return trace.search(looked, TraceParameter.days(null, null))
                    .map(found -> RestResponse.ok(shell.show(Templates.trace(TraceView.of(shell, looked, found)))));
        } catch (BadParameter _) {
            TraceView fault =
                    TraceView.bad(id, shell.messages(TraceMessages.class).notAnId(TraceParameter.ID_LENGTH_MAX));
            return Uni.createFrom()
                    .item(RestResponse.status(RestResponse.Status.BAD_REQUEST, shell.show(Templates.trace(fault))));
        }
    }
}
