package io.baytap.reporting.page;

import io.baytap.reporting.access.Admits;
import io.baytap.reporting.access.Caller;
import io.baytap.reporting.access.Role;
import io.baytap.reporting.domain.Reports;
import io.baytap.reporting.neighbours.Neighbour;
import io.baytap.reporting.neighbours.TapIngest;
import io.baytap.reporting.neighbours.Told;
import io.baytap.reporting.rest.LiveLine;
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

/** What comes in from the gates, how the services keep up with it, and what has stopped. */
@Path("/line")
@Admits({Role.FINANCE, Role.REGULATOR, Role.AUDITOR, Role.HELPER, Role.OPERATOR})
@Produces(MediaType.TEXT_HTML)
public class LinePage {

    private final Visit visit;
    private final Reports reports;
    private final ReportLimits limits;
    private final InstantSource time;
    private final Caller caller;
    private final Neighbour<TapIngest> gates;
    private final LiveLine live;

    @SuppressWarnings("TooManyParameters") // what is shown, and to whom
    LinePage(
            Visit visit,
            Reports reports,
            ReportLimits limits,
            InstantSource time,
            Caller caller,
            Neighbour<TapIngest> gates,
            LiveLine live) {
        this.visit = visit;
        this.reports = reports;
        this.limits = limits;
        this.time = time;
        this.caller = caller;
        this.gates = gates;
        this.live = live;
    }

    @GET
    @Operation(summary = "Taps of the given business day, or the newest, and how the line is doing")
    public Uni<TemplateInstance> page(@QueryParam("day") @Nullable String day) {
        Shell shell = visit.open(Screen.LINE);
        return DayPicker.pick(reports, limits.listedDaysMax(), day, time.instant())
                .flatMap(picked -> picked.map(picker -> page(shell, picker))
                        .orElseGet(() -> Uni.createFrom().item(Templates.noDay())))
                .map(shell::show);
    }

    private Uni<TemplateInstance> page(Shell shell, DayPicker picker) {
        // The newest fare is anybody's.
        boolean all = caller.ownOperator().isEmpty();
        return reports.day(picker.day())
                .map(caller::seen)
                .flatMap(report -> Uni.combine()
                        .all()
                        .unis(reports.newestFare(), owing(all), live.on(picker.day()))
                        .with((newest, owing, now) -> Templates.line(LineView.of(
                                shell,
                                picker,
                                report,
                                Freshness.of(newest.filter(_ -> all), time.instant()),
                                OwingGates.part(shell, owing),
                                LiveParts.of(shell, now, time.instant())))));
    }

    /** Gates of all operators. */
    private Uni<Told<TapIngest.Owing>> owing(boolean all) {
        return all
                ? gates.ask((calls, bearer) -> calls.owing(bearer), TapIngest.Owing.class)
                : Uni.createFrom().item(new Told.Unavailable<>(Told.Why.NOT_ADMITTED));
    }
}
