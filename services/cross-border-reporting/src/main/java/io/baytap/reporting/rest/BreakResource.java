package io.baytap.reporting.rest;

import io.baytap.reporting.access.Admits;
import io.baytap.reporting.access.Role;
import io.baytap.reporting.domain.BreakLine;
import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.domain.breaks.BreakQuestion;
import io.baytap.reporting.domain.breaks.Breaks;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Breaks of the reconciliation as JSON. */
@Path("/v1/breaks")
@Admits({Role.FINANCE, Role.AUDITOR})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class BreakResource {

    private final Breaks breaks;
    private final ReportLimits limits;
    private final InstantSource time;

    BreakResource(Breaks breaks, ReportLimits limits, InstantSource time) {
        this.breaks = breaks;
        this.limits = limits;
        this.time = time;
    }

    /**
     * Breaks as they stand.
     *
     * @param more whether there are more than are listed
     */
    public record Listed(LocalDate day, List<BreakView> breaks, boolean more) {}

    /** A break, and all that was told of it, in order. */
    public record Story(BreakView standing, List<BreakView> changes) {}

    @GET
    @Operation(
            summary = "Open breaks, oldest first; or those resolved in the last 30 days, latest first",
            description = "state: OPEN or RESOLVED. Ages are counted to today in Hong Kong.")
    @APIResponse(responseCode = "400", description = "a parameter that cannot be answered: field and reason")
    public Listed breaks(@BeanParam BreakParameters asked) {
        BreakQuestion question = asked.question(BusinessDay.of(time.instant()));
        List<BreakLine> found = breaks.list(question, limits.listedBreaksMax() + 1);
        return new Listed(
                question.day(),
                found.stream()
                        .limit(limits.listedBreaksMax())
                        .map(line -> BreakView.of(line, question.day()))
                        .toList(),
                found.size() > limits.listedBreaksMax());
    }

    @GET
    @Path("/{breakId:.+}")
    @Operation(summary = "A break and its changes")
    @APIResponse(responseCode = "404", description = "no such break")
    public Story story(@PathParam("breakId") String breakId) {
        List<BreakLine> told = breaks.changes(TraceParameter.id("breakId", breakId));
        if (told.isEmpty()) {
            throw new NotFoundException("no such break");
        }
        return new Story(
                BreakView.of(told.getLast(), BusinessDay.of(time.instant())),
                told.stream()
                        .map(line -> BreakView.of(line, BusinessDay.of(line.toldAt())))
                        .toList());
    }
}
