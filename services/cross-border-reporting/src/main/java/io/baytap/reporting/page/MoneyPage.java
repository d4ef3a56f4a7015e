package io.baytap.reporting.page;

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

/** The day's line and money on one screen; it is the first that one sees. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class MoneyPage {

    private final Visit visit;
    private final Reports reports;
    private final ReportLimits limits;
    private final Exchange exchange;

    MoneyPage(Visit visit, Reports reports, ReportLimits limits, Exchange exchange) {
        this.visit = visit;
        this.reports = reports;
        this.limits = limits;
        this.exchange = exchange;
    }

    @GET
    @Operation(summary = "The first screen: money")
    public Uni<TemplateInstance> first(@QueryParam("day") @Nullable String day) {
        return page(day);
    }

    @GET
    @Path("money")
    @Operation(summary = "Money of the given business day, or the newest")
    public Uni<TemplateInstance> page(@QueryParam("day") @Nullable String day) {
        Shell shell = visit.open(Screen.MONEY);
        return DayPicker.pick(reports, limits.listedDaysMax(), day)
                .flatMap(picked -> picked.map(picker -> page(shell, picker))
                        .orElseGet(() -> Uni.createFrom().item(Templates.noDay())))
                .map(shell::show);
    }

    private Uni<TemplateInstance> page(Shell shell, DayPicker picker) {
        return Uni.combine()
                .all()
                .unis(reports.day(picker.day()), exchange.of(shell, picker.day()))
                .with((report, told) -> Templates.money(MoneyView.of(shell, picker, report, told)));
    }
}
