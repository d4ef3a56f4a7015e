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
import java.time.InstantSource;
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
    private final InstantSource time;
    private final Caller caller;
    private final Exchange exchange;

    @SuppressWarnings("TooManyParameters") // what is shown, and to whom
    MoneyPage(Visit visit, Reports reports, ReportLimits limits, InstantSource time, Caller caller, Exchange exchange) {
        this.visit = visit;
        this.reports = reports;
        this.limits = limits;
        this.time = time;
        this.caller = caller;
        this.exchange = exchange;
    }

    @GET
    @Operation(summary = "Money of the given business day, or the newest")
    public Uni<TemplateInstance> page(@QueryParam("day") @Nullable String day) {
        Shell shell = visit.open(Screen.MONEY);
        return DayPicker.pick(reports, limits.listedDaysMax(), day, time.instant())
                .flatMap(picked -> picked.map(picker -> page(shell, picker))
                        .orElseGet(() -> Uni.createFrom().item(Templates.noDay())))
                .map(shell::show);
    }

    private Uni<TemplateInstance> page(Shell shell, DayPicker picker) {
        return Uni.combine()
                .all()
                .unis(reports.day(picker.day()).map(caller::seen), exchange.of(shell, picker.day()))
                .with((report, told) -> Templates.money(MoneyView.of(shell, picker, report, told)));
    }
}
