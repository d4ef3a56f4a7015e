package io.baytap.reporting.page;

import io.baytap.reporting.access.Admits;
import io.baytap.reporting.access.Role;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a ride costs before it is made, in the rider's own currency. */
@Path("/advice")
@Admits({Role.OPERATOR, Role.FINANCE, Role.REGULATOR, Role.HELPER, Role.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class AdvicePage {

    private final Visit visit;
    private final Advice advice;
    private final InstantSource time;

    AdvicePage(Visit visit, Advice advice, InstantSource time) {
        this.visit = visit;
        this.advice = advice;
        this.time = time;
    }

    @GET
    @Operation(
            summary = "The fare before travel",
            description =
                    "operator, route, deck, from, to: ids or names; at: 2026-04-09T08:30, Hong Kong time; wallet: a"
                            + " scheme. 400 if one of them cannot be used: the screen says which and why.")
    public Uni<Response> page(@Context UriInfo uri) {
        Shell shell = visit.open(Screen.ADVICE);
        return advice.answer(new Inquiry(uri.getQueryParameters(), time.instant()))
                .flatMap(inquiry -> shell.show(Templates.advice(AdviceView.of(shell, inquiry)))
                        .createUni()
                        .map(html -> Response.status(inquiry.problems().isEmpty() ? 200 : 400)
                                .entity(html)
                                .build()));
    }
}
