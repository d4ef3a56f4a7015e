package io.baytap.reporting.rest;

import io.baytap.reporting.access.Admits;
import io.baytap.reporting.domain.opendata.OpenData;
import io.baytap.reporting.domain.opendata.OpenData.Published;
import io.baytap.reporting.domain.opendata.OpenTable;
import io.baytap.reporting.domain.opendata.PublicationPeriod;
import io.baytap.reporting.domain.opendata.PublicationRules;
import io.baytap.reporting.rest.format.OpenDataFormat;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Aggregates for the public. What is published once has the same bytes for ever. */
@Path("/v1/open-data")
@Admits({})
@Blocking
public class OpenDataResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final String METHOD =
            "Journeys by the day and hour of their first tap in Hong Kong, as they stood when the"
                    + " period was published. _T is a total, _U a stop where nobody tapped; what is not listed is 0. Where conf_status is C,"
                    + " the count is confidential: it is below the threshold, or kept back so that no difference of published counts"
                    + " gives one away. What is published leaves at least as many possible values for each count below the threshold as the"
                    + " threshold says. F is free.";

    private final OpenData openData;
    private final PublicationRules rules;
    private final OpenDataTerms terms;
    private final ReportLimits limits;

    OpenDataResource(OpenData openData, PublicationRules rules, OpenDataTerms terms, ReportLimits limits) {
        this.openData = openData;
        this.rules = rules;
        this.terms = terms;
        this.limits = limits;
    }

    /**
     * What there is.
     *
     * @param by DAY or MONTH: what is published from now on
     */
    public record Listed(String licence, String method, String by, List<Table> tables, List<Period> published) {}

    /** A table and its columns. */
    public record Table(String table, List<String> formats, List<String> columns) {}

    /** A published period: asked for by {@code day} or by {@code month}. */
    public record Period(String period, int threshold, Instant publishedAt) {
        static Period of(Published published) {
            return new Period(published.period().title(), published.threshold(), published.publishedAt());
        }
    }

    @GET
    @Operation(summary = "What is published, under which licence, and how counts are kept confidential")
    public Listed list() {
        return new Listed(
                terms.licence().toString(),
                METHOD,
                rules.length().name(),
                Arrays.stream(OpenTable.values())
                        .map(table ->
                                new Table(table.title(), OpenDataFormat.extensions(), OpenDataFormat.columns(table)))
                        .toList(),
                openData.published(limits.listedDaysMax()).stream()
                        .map(Period::of)
                        .toList());
    }

    @GET
    @Path("/{table:[a-z-]+}.{format:[a-z]+}")
    @Operation(summary = "A table of a published day or month")
    @APIResponse(responseCode = "400", description = "a parameter that cannot be answered: field and reason")
    @APIResponse(responseCode = "404", description = "NOT_PUBLISHED, or no such table, or not in that format")
    public Response table(
            @PathParam("table") String title,
            @PathParam("format") String extension,
            @QueryParam("day") @Nullable String day,
            @QueryParam("month") @Nullable String month) {
        OpenTable table = OpenTable.find(title).orElseThrow(() -> new NotFoundException("no table " + title));
        OpenDataFormat format = OpenDataFormat.find(extension)
                .orElseThrow(() -> new NotFoundException(title + " is not to be had as " + extension));
        PublicationPeriod period = DayParameter.period(day, month);
        Published published = openData.find(period).orElseThrow(() -> new NotPublished(period.title()));
        StreamingOutput rows = out -> format.write(published, table, openData, out);
        return Response.ok(rows, format.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%s.%s\"".formatted(title, period.title(), extension))
                .build();
    }
}
