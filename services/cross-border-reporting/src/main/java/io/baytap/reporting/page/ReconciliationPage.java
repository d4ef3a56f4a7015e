package io.baytap.reporting.page;

import io.baytap.reporting.access.Admits;
import io.baytap.reporting.access.Role;
import io.baytap.reporting.domain.BreakLine;
import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.domain.breaks.BreakMatrix;
import io.baytap.reporting.domain.breaks.BreakQuestion;
import io.baytap.reporting.domain.breaks.Breaks;
import io.baytap.reporting.rest.BreakParameters;
import io.baytap.reporting.rest.ReportLimits;
import io.baytap.reporting.rest.TraceParameter;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Where ledger, providers and bank disagree, and every one of these breaks. */
@Path("/reconciliation")
@Admits({Role.FINANCE, Role.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ReconciliationPage {

    private final Visit visit;
    private final Breaks breaks;
    private final ReportLimits limits;
    private final InstantSource time;

    ReconciliationPage(Visit visit, Breaks breaks, ReportLimits limits, InstantSource time) {
        this.visit = visit;
        this.breaks = breaks;
        this.limits = limits;
        this.time = time;
    }

    @GET
    @Operation(summary = "Open breaks by reason and age, and a list of breaks: oldest first, filtered as asked")
    public TemplateInstance page(@BeanParam BreakParameters asked) {
        Shell shell = visit.open(Screen.RECONCILIATION);
        BreakQuestion question = asked.question(BusinessDay.of(time.instant()));
        return shell.show(Templates.reconciliation(ReconciliationView.of(
                shell,
                question,
                BreakMatrix.of(breaks.open(), question.day()),
                breaks.resolvedSince(question.resolvedSince()),
                breaks.list(question, limits.listedBreaksMax() + 1),
                limits.listedBreaksMax())));
    }

    @GET
    @Path("/{breakId:.+}")
    @Operation(summary = "A break: what both sides say, and all that was told of it")
    public Uni<RestResponse<String>> story(@PathParam("breakId") String breakId) {
        Shell shell = visit.open(Screen.RECONCILIATION);
        List<BreakLine> told = breaks.changes(TraceParameter.id("breakId", breakId));
        return told.isEmpty()
                ? shell.show(Status.NOT_FOUND, Templates.noBreak())
                : shell.show(
                        Status.OK, Templates.breakStory(BreakStory.of(shell, told, BusinessDay.of(time.instant()))));
    }
}
