package io.baytap.reporting.rest;

import io.baytap.reporting.domain.DayRange;
import io.baytap.reporting.domain.Reports;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Reports as CSV (RFC 4180, UTF-8), written while they are read. */
@Path("/v1/reports")
public class ReportResource {

    private static final String CSV = "text/csv;charset=UTF-8";

    /** Days that are in memory at once. */
    private static final int CHUNK_DAYS = 31;

    private final Reports reports;
    private final ReportLimits limits;

    ReportResource(Reports reports, ReportLimits limits) {
        this.reports = reports;
        this.limits = limits;
    }

    @GET
    @Path("/corridors.csv")
    @Produces(CSV)
    @Operation(summary = "Fares by business day, corridor, city, operator and wallet; both days included")
    public RestMulti<byte[]> corridors(
            @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        DayRange range = DayParameter.range(from, to, limits.rangeDaysMax());
        Multi<List<List<String>>> rows = Multi.createFrom()
                .iterable(range.split(CHUNK_DAYS))
                .onItem()
                .transformToUniAndConcatenate(reports::fares)
                .map(lines -> lines.stream().map(FareCsv::corridor).toList());
        return attachment("corridors-" + range.from() + "-" + range.to(), FareCsv.CORRIDOR_COLUMNS, rows);
    }

    @GET
    @Path("/operators.csv")
    @Produces(CSV)
    @Operation(summary = "Fares and charges of a business day by operator and wallet")
    public RestMulti<byte[]> operators(@QueryParam("day") @Nullable String day) {
        LocalDate wanted = DayParameter.day("day", day);
        Multi<List<List<String>>> rows =
                reports.day(wanted).map(FareCsv::operators).toMulti();
        return attachment("operators-" + wanted, FareCsv.OPERATOR_COLUMNS, rows);
    }

    private static RestMulti<byte[]> attachment(String name, List<String> columns, Multi<List<List<String>>> rows) {
        Multi<byte[]> body = Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(List.of(columns)), rows)
                .map(CsvRows::of);
        return RestMulti.fromMultiData(body)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .build();
    }
}
