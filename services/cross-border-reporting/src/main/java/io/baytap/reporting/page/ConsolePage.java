package io.baytap.reporting.page;

import io.baytap.reporting.domain.Reports;
import io.baytap.reporting.rest.DayParameter;
import io.baytap.reporting.rest.ReportLimits;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The day's line and money on one page. Its figures are in the HTML; only the charts need a script. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ConsolePage {

    private final Reports reports;
    private final ReportLimits limits;

    ConsolePage(Reports reports, ReportLimits limits) {
        this.reports = reports;
        this.limits = limits;
    }

    @GET
    @Operation(summary = "The page: the given business day, or the newest")
    public Uni<TemplateInstance> page(@QueryParam("day") @Nullable String day) {
        Optional<LocalDate> wanted = Optional.ofNullable(day).map(text -> DayParameter.day("day", text));
        return reports.days(limits.listedDaysMax()).flatMap(days -> page(days, wanted.or(() -> newest(days))));
    }

    private Uni<TemplateInstance> page(List<LocalDate> days, Optional<LocalDate> wanted) {
        return wanted.map(day -> reports.day(day).map(report -> Templates.console(ConsoleView.of(days, report))))
                .orElseGet(() -> Uni.createFrom().item(Templates.empty()));
    }

    private static Optional<LocalDate> newest(List<LocalDate> days) {
        return days.stream().findFirst();
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance console(ConsoleView view);

        static native TemplateInstance empty();
    }
}
