package io.baytap.fx.rest;

import io.baytap.fx.domain.Board;
import io.baytap.fx.domain.Estimate;
import io.baytap.fx.domain.RateBook;
import io.baytap.fx.domain.RatePolicies;
import io.baytap.fx.domain.Spreads;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The board of rates, for riders and exchange counters. */
@Path("/v1/board")
@Produces(MediaType.APPLICATION_JSON)
public class BoardResource {

    private final RateBook rates;
    private final Spreads spreads;
    private final RatePolicies policies;
    private final Clock clock;

    public BoardResource(RateBook rates, Spreads spreads, RatePolicies policies, Clock clock) {
        this.rates = rates;
        this.spreads = spreads;
        this.policies = policies;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "What fares are converted at: buy, mid and sell of each pair, when and by whom published")
    @APIResponse(responseCode = "200", description = "Every pair; one without a usable rate has no prices")
    @APIResponse(responseCode = "400", description = "The time is malformed")
    public Response board(@QueryParam("at") @Nullable String at) {
        Instant time = at == null ? clock.instant() : RatesResource.parseInstant(at);
        return time == null
                ? Response.status(400)
                        .entity(new Refusal(
                                "MALFORMED_PARAMETER", null, "at", "not an instant like 2026-04-09T04:00:00Z"))
                        .build()
                : Response.ok(BoardView.of(Board.at(time, rates, spreads))).build();
    }

    @GET
    @Path("/conversions")
    @Operation(
            summary = "What a fare would come to in a wallet, by the rate that its policy names and with its spread",
            description = "Rounded as fares are. Nothing is promised: a fare is converted at the rate of its own time.")
    @APIResponse(responseCode = "200", description = "The debit, the mid and the spread in it, and the rate")
    @APIResponse(responseCode = "400", description = "A parameter is missing or malformed: it is named")
    @APIResponse(responseCode = "404", description = "No usable rate is known for that time")
    public Response conversion(
            @QueryParam("amountMinor") @Nullable String amountMinor,
            @QueryParam("currency") @Nullable String currency,
            @QueryParam("wallet") @Nullable String wallet,
            @QueryParam("at") @Nullable String at) {
        try {
            ConversionRequest asked = ConversionRequest.read(amountMinor, currency, wallet, at, clock.instant());
            return Estimate.of(asked.amount(), asked.wallet(), asked.at(), rates, spreads, policies)
                    .map(estimate ->
                            Response.ok(ConversionView.of(asked, estimate)).build())
                    .orElseGet(() -> Response.status(404)
                            .entity(new Refusal("NO_RATE", null, null, "no usable rate is known for that time"))
                            .build());
        } catch (ConversionRequest.BadParameter e) {
            return Response.status(400).entity(e.refusal()).build();
        }
    }
}
