package io.baytap.reporting.page;

import io.baytap.reporting.access.Admits;
import io.baytap.reporting.access.Caller;
import io.baytap.reporting.access.Role;
import io.baytap.reporting.domain.Reports;
import io.baytap.reporting.rest.ReportLimits;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The day's line and money on one screen. */
@Path("/money")
@Admits({Role.FINANCE, Role.REGULATOR, Role.AUDITOR, Role.OPERATOR})
@Produces(MediaType.TEXT_HTML)
public class MoneyPage {

    private final Visit visit;
    private final Reports reports;
    private final ReportLimits limits;
    private final Caller caller;

    MoneyPage(Visit visit, Reports reports, ReportLimits limits, Caller caller) {
        this.visit = visit;
        this.reports = reports;
        this.limits = limits;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Money of the given business day, or the newest")
    public Uni<TemplateInstance> page(@QueryParam("day") @Nullable String day) {
        Shell shell = visit.open(Screen.MONEY);
        return DayPicker.pick(reports, limits.listedDaysMax(), day)
                .flatMap(picked -> picked.map(picker -> reports.day(picker.day())
                                .map(caller::seen)
                                .map(report -> Templates.money(MoneyView.of(shell, picker, report))))
                        .orElseGet(() -> Uni.createFrom().item(Templates.noDay())))
                .map(shell::show);
    }
}
