package io.baytap.fx.rest;

import io.baytap.fx.domain.Board;
import io.baytap.fx.domain.RateBook;
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
    private final Clock clock;

    public BoardResource(RateBook rates, Spreads spreads, Clock clock) {
        this.rates = rates;
        this.spreads = spreads;
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
}
