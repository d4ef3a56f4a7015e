package io.baytap.reporting.rest;

import io.baytap.reporting.access.Admits;
import io.baytap.reporting.access.Caller;
import io.baytap.reporting.access.Role;
import io.baytap.reporting.domain.Reports;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Business days as JSON. */
@Path("/v1/days")
@Admits({Role.FINANCE, Role.REGULATOR, Role.AUDITOR, Role.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class DayResource {

    private final Reports reports;
    private final ReportLimits limits;
    private final InstantSource time;
    private final Caller caller;

    DayResource(Reports reports, ReportLimits limits, InstantSource time, Caller caller) {
        this.reports = reports;
        this.limits = limits;
        this.time = time;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The business days with anything to report, newest first")
    public Uni<Days> days() {
        return reports.days(limits.listedDaysMax()).map(Days::new);
    }

    @GET
    @Path("/{day}")
    @Operation(summary = "Taps, journeys, money, charges and batches of a business day; all zero if nothing happened")
    public Uni<DayView> day(@PathParam("day") String day) {
        return reports.day(DayParameter.begun("day", day, time.instant()))
                .map(caller::seen)
                .map(DayView::of);
    }

    /** The list of days. */
    public record Days(List<LocalDate> days) {}
}
