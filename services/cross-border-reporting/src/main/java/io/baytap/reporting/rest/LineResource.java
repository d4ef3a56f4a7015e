package io.baytap.reporting.rest;

import io.baytap.reporting.access.Admits;
import io.baytap.reporting.access.Role;
import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.domain.Reports;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** How the line is doing, as JSON. */
@Path("/v1/line")
@Admits({Role.FINANCE, Role.REGULATOR, Role.AUDITOR, Role.HELPER, Role.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class LineResource {

    private final Reports reports;
    private final LiveLine live;
    private final InstantSource time;

    LineResource(Reports reports, LiveLine live, InstantSource time) {
        this.reports = reports;
        this.live = live;
        this.time = time;
    }

    @GET
    @Operation(
            summary = "Rates and lag of the stages now, gates that are silent, and the oldest fare that is not settled",
            description = "day: gates are silent as of its newest tap; by default the newest business day.")
    @APIResponse(responseCode = "400", description = "a day that is none: field and reason")
    public Uni<LiveLineView> line(@QueryParam("day") @Nullable String day) {
        return day(day).flatMap(of -> live.on(of).map(now -> LiveLineView.of(of, now)));
    }

    private Uni<LocalDate> day(@Nullable String asked) {
        return asked == null
                ? reports.days(1).map(days -> days.stream().findFirst().orElseGet(() -> BusinessDay.of(time.instant())))
                : Uni.createFrom().item(DayParameter.day("day", asked));
    }
}
