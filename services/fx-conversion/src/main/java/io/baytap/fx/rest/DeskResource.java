package io.baytap.fx.rest;

import io.baytap.fx.domain.DeskBook;
import io.baytap.fx.domain.ExposureLimits;
import io.baytap.fx.domain.OpenCurrency;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What is open between two currencies, and the deals that closed what was. Amounts are signed whole minor units. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class DeskResource {

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final DeskBook book;
    private final ExposureLimits limits;
    private final Doors doors;
    private final SecurityIdentity identity;

    public DeskResource(DeskBook book, ExposureLimits limits, Doors doors, SecurityIdentity identity) {
        this.book = book;
        this.limits = limits;
        this.doors = doors;
        this.identity = identity;
    }

    @GET
    @Path("/exposures")
    @Operation(
            summary = "What is open per value date and currency, with its limit",
            description = "Held where positive, owed where negative. alarm: the amount, or that of one pair, is beyond"
                    + " the limit. What was dealt is not open any more.")
    @APIResponse(responseCode = "200", description = "By value date, then by currency; empty if nothing is open")
    public Response exposures(@HeaderParam(ProposalsResource.PERSON) @Nullable String named) {
        admit(named);
        return Response.ok(OpenCurrency.of(
                                book.open().stream()
                                        .map(DeskBook.Open::exposure)
                                        .toList(),
                                limits)
                        .stream()
                        .map(ExposureView::of)
                        .toList())
                .build();
    }

    @GET
    @Path("/deals")
    @Operation(
            summary = "Deals by value date",
            description =
                    "from and to are value dates, both included; left out: no bound. As far back as deals.struck.v1"
                            + " is kept.")
    @APIResponse(responseCode = "200", description = "By value date, then by pair")
    @APIResponse(responseCode = "400", description = "from or to is no day")
    public Response deals(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @HeaderParam(ProposalsResource.PERSON) @Nullable String named) {
        admit(named);
        LocalDate first = day(from, EARLIEST);
        LocalDate last = day(to, LATEST);
        if (first == null || last == null) {
            return Response.status(400)
                    .entity(new Refusal(
                            "MALFORMED_PARAMETER", null, first == null ? "from" : "to", "not a date like 2026-04-10"))
                    .build();
        }
        return Response.ok(book.deals(first, last).stream().map(DealView::of).toList())
                .build();
    }

    private void admit(@Nullable String named) {
        doors.require(identity, named, Doors.FINANCE, Doors.OPERATIONS, Doors.AUDITOR);
    }

    private static @Nullable LocalDate day(@Nullable String text, LocalDate otherwise) {
        try {
            return text == null ? otherwise : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
