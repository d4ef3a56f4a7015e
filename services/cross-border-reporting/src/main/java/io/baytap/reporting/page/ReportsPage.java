package io.baytap.reporting.page;

import io.baytap.reporting.access.Admits;
import io.baytap.reporting.access.Caller;
import io.baytap.reporting.access.Role;
import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.domain.report.DueReport.Ended;
import io.baytap.reporting.domain.report.DueReports;
import io.baytap.reporting.domain.report.HandedIn;
import io.baytap.reporting.domain.report.HandedInReports;
import io.baytap.reporting.domain.report.NoRate;
import io.baytap.reporting.domain.report.Report;
import io.baytap.reporting.domain.report.ReportKind;
import io.baytap.reporting.domain.report.ReportQuestion;
import io.baytap.reporting.domain.report.ReportSource;
import io.baytap.reporting.page.ReportForm.Refused;
import io.baytap.reporting.rest.BadParameter;
import io.baytap.reporting.rest.ReportParameters;
import io.baytap.reporting.rest.ReportQuestions;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Choosing a report, its first rows, its files, and what has to be handed in. */
@Path("/reports")
@Admits({Role.OPERATOR, Role.FINANCE, Role.REGULATOR, Role.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ReportsPage {

    /** Details of a report that are shown. */
    static final int PREVIEW_ROWS_MAX = 50;

    private final Visit visit;
    private final ReportSource source;
    private final DueReports due;
    private final HandedInReports handedIn;
    private final ReportQuestions questions;
    private final InstantSource time;
    private final Caller caller;

    ReportsPage(
            Visit visit,
            ReportSource source,
            DueReports due,
            HandedInReports handedIn,
            ReportQuestions questions,
            InstantSource time,
            Caller caller) {
        this.visit = visit;
        this.source = source;
        this.due = due;
        this.handedIn = handedIn;
        this.questions = questions;
        this.time = time;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "A form that asks for a report, its first rows, its files, and what is due")
    public Uni<RestResponse<String>> page(
            @QueryParam("report") @Nullable String report, @BeanParam ReportParameters asked) throws IOException {
        Shell shell = visit.open(Screen.REPORTS);
        Map<String, String> given = asked.given();
        if (report == null) {
            return show(shell, Status.OK, ReportForm.of(shell, null, given, Refused.NONE), null);
        }
        ReportsMessages text = shell.messages(ReportsMessages.class);
        try {
            ReportQuestion question = questions.of(kind(report), asked);
            PreviewView preview =
                    PreviewView.of(shell, question, given, new Report(source).preview(question, PREVIEW_ROWS_MAX));
            return show(shell, Status.OK, ReportForm.of(shell, report, given, Refused.NONE), preview);
        } catch (BadParameter bad) {
            var refused = new Refused(bad.field(), Refusal.words(text, bad));
            return show(shell, Status.BAD_REQUEST, ReportForm.of(shell, report, given, refused), null);
        } catch (NoRate noRate) {
            var refused = new Refused("report", text.refused(Refusal.NO_RATE));
            return show(shell, Status.CONFLICT, ReportForm.of(shell, report, given, refused), null);
        }
    }

    @POST
    @Path("/handed-in")
    @Admits(Role.FINANCE)
    @Operation(summary = "Says that the report of a period was handed in; said again, it changes nothing")
    public Response handIn(@FormParam("report") @Nullable String report, @FormParam("period") @Nullable String period) {
        if (report == null || period == null) {
            throw new BadParameter(
                    report == null ? "report" : "period", "MISSING", "say which report, of which period");
        }
        kind(report);
        Instant now = time.instant();
        Ended ended = due.find(report, period, BusinessDay.of(now))
                .orElseThrow(() ->
                        new BadParameter("period", "UNKNOWN_CODE", "no period that has ended and is to be reported"));
        LocalDate closed = questions.lastClosed();
        LocalDate last = ended.range().to();
        handedIn.add(new HandedIn(
                report,
                period,
                closed.isAfter(last) ? closed : last,
                now,
                caller.name().orElse(null)));
        return Response.seeOther(URI.create(Screen.REPORTS.path())).build();
    }

    private Uni<RestResponse<String>> show(Shell shell, Status status, ReportForm form, @Nullable PreviewView preview) {
        return shell.show(status, Templates.reports(new ReportsView(form, preview, due(shell))));
    }

    /** An operator hands nothing in. */
    private DueView due(Shell shell) {
        LocalDate today = BusinessDay.of(time.instant());
        return caller.ownOperator().isPresent()
                ? DueView.of(shell, false, List.of(), List.of(), today)
                : DueView.of(shell, caller.has(Role.FINANCE), due.open(today), handedIn.all(), today);
    }

    private static ReportKind kind(String title) {
        return ReportKind.find(title).orElseThrow(() -> new BadParameter("report", "UNKNOWN_CODE", "no such report"));
    }
}
