package io.baytap.reporting.rest;

import io.baytap.reporting.access.Admits;
import io.baytap.reporting.access.Role;
import io.baytap.reporting.domain.report.Report;
import io.baytap.reporting.domain.report.ReportKind;
import io.baytap.reporting.domain.report.ReportQuestion;
import io.baytap.reporting.domain.report.ReportSink;
import io.baytap.reporting.domain.report.ReportSource;
import io.baytap.reporting.rest.format.ReportFormat;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Reports as files. The same question gives the same bytes, once the day it is asked as of has closed. */
@Path("/v1/reports")
@Admits({Role.FINANCE, Role.REGULATOR, Role.AUDITOR, Role.OPERATOR})
@Blocking
public class ReportResource {

    private final ReportSource source;
    private final ReportQuestions questions;

    ReportResource(ReportSource source, ReportQuestions questions) {
        this.source = source;
        this.questions = questions;
    }

    /** The reports there are. */
    public record Listed(String report, List<String> formats, List<String> columns) {}

    @GET
    @Operation(summary = "The reports, what they can be had as, and their columns")
    public List<Listed> list() {
        return Arrays.stream(ReportKind.values())
                .map(kind -> new Listed(
                        kind.title(),
                        Arrays.stream(ReportFormat.values())
                                .filter(format -> format.holds(kind))
                                .map(ReportFormat::extension)
                                .toList(),
                        kind.columns().stream().map(column -> column.name()).toList()))
                .toList();
    }

    @GET
    @Path("/{report:[a-z-]+}.{format:[a-z.]+}")
    @Operation(
            summary = "A report over business days, both included",
            description =
                    "by: DAY, MONTH, QUARTER or YEAR, where it has periods. asOf: the last settlement day that is looked at.")
    @APIResponse(responseCode = "400", description = "a parameter that cannot be answered: field and reason")
    @APIResponse(
            responseCode = "403",
            description = "NOT_YOUR_OPERATOR, ALL_OPERATORS: an operator sees its own figures")
    @APIResponse(responseCode = "404", description = "no such report, or not in that format")
    @APIResponse(responseCode = "409", description = "NO_RATE: a day has no rate to state it in CNY or USD")
    @APIResponse(
            responseCode = "503",
            description = "BUSY: as many are being made as may be; Retry-After says when to ask again")
    public Response report(
            @PathParam("report") String report,
            @PathParam("format") String extension,
            @BeanParam ReportParameters asked)
            throws IOException {
        ReportKind kind = ReportKind.find(report).orElseThrow(() -> new NotFoundException("no report " + report));
        ReportFormat format = ReportFormat.find(extension)
                .filter(known -> known.holds(kind))
                .orElseThrow(() -> new NotFoundException(report + " is not to be had as " + extension));
        ReportQuestion question = questions.of(kind, asked);
        if (!kind.isStatistic()) {
            refuseTooMany(question, format);
        }
        return Response.ok(
                        kind.isStatistic() ? whole(question, format) : streamed(question, format), format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name(question, format) + "\"")
                .build();
    }

    /** Before the first byte: a file that has begun cannot be refused any more. */
    private void refuseTooMany(ReportQuestion question, ReportFormat format) throws IOException {
        if (format.recordsMax() == Long.MAX_VALUE) {
            return;
        }
        long records = new Report(source).fares(question);
        if (records > format.recordsMax()) {
            throw new BadParameter(
                    "to",
                    "TOO_MANY_ROWS",
                    "%d records, and a workbook takes %d: ask for fewer days, or for CSV, which takes them all"
                            .formatted(records, format.recordsMax()));
        }
    }

    private static String name(ReportQuestion question, ReportFormat format) {
        return "%s-%s-%s-as-of-%s.%s"
                .formatted(
                        question.kind().title(),
                        question.days().from(),
                        question.days().to(),
                        question.asOf(),
                        format.extension());
    }

    /** Statistics are short: what is wrong with one is told before its first byte. */
    private byte[] whole(ReportQuestion question, ReportFormat format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        write(question, format, bytes);
        return bytes.toByteArray();
    }

    /** Records are many: they go out as they are read, and a file that breaks off lacks its controls. */
    private StreamingOutput streamed(ReportQuestion question, ReportFormat format) {
        return out -> write(question, format, out);
    }

    private void write(ReportQuestion question, ReportFormat format, OutputStream out) throws IOException {
        try (ReportSink sink = format.sink(out)) {
            new Report(source).write(question, sink);
        }
    }
}
