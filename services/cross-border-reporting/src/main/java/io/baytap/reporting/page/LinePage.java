package io.baytap.reporting.page;

import io.baytap.reporting.domain.Reports;
import io.baytap.reporting.neighbours.Neighbour;
import io.baytap.reporting.neighbours.TapIngest;
import io.baytap.reporting.rest.ReportLimits;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What comes in from the gates, and how far it has been counted. */
@Path("/line")
@Produces(MediaType.TEXT_HTML)
public class LinePage {

    private final Visit visit;
    private final Reports reports;
    private final ReportLimits limits;
    private final InstantSource time;
    private final Neighbour<TapIngest> gates;

    LinePage(Visit visit, Reports reports, ReportLimits limits, InstantSource time, Neighbour<TapIngest> gates) {
        this.visit = visit;
        this.reports = reports;
        this.limits = limits;
        this.time = time;
        this.gates = gates;
    }

    @GET
    @Operation(summary = "Taps of the given business day, or the newest, and the newest fare")
    public Uni<TemplateInstance> page(@QueryParam("day") @Nullable String day) {
        Shell shell = visit.open(Screen.LINE);
        return DayPicker.pick(reports, limits.listedDaysMax(), day)
                .flatMap(picked -> picked.map(picker -> page(shell, picker))
                        .orElseGet(() -> Uni.createFrom().item(Templates.noDay())))
                .map(shell::show);
    }

    private Uni<TemplateInstance> page(Shell shell, DayPicker picker) {
        return reports.day(picker.day())
                .flatMap(report -> reports.newestFare()
                        .flatMap(newest -> gates.ask((calls, bearer) -> calls.owing(bearer), TapIngest.Owing.class)
                                .map(owing -> Templates.line(LineView.of(
                                        shell,
                                        picker,
                                        report,
                                        Freshness.of(newest, time.instant()),
                                        OwingGates.part(shell, owing))))));
    }
}
