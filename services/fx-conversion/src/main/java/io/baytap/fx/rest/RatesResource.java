package io.baytap.fx.rest;

import io.baytap.fx.domain.RateBook;
import io.baytap.fx.domain.RatePublisher;
import io.baytap.fx.domain.RatePublisher.NotStored;
import io.baytap.fx.domain.RateSheet;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reference rates: taken from their publisher's table, and shown as they are in force. */
@Path("/v1/rates")
@Produces(MediaType.APPLICATION_JSON)
public class RatesResource {

    private static final Logger LOG = Logger.getLogger(RatesResource.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final RateSheet ecb;
    private final RatePublisher publisher;
    private final RateBook rates;
    private final Clock clock;

    public RatesResource(RateSheet ecb, RatePublisher publisher, RateBook rates, Clock clock) {
        this.ecb = ecb;
        this.publisher = publisher;
        this.rates = rates;
        this.clock = clock;
    }

    /** Rates published by an upload. */
    public record Published(int published) {}

    @PUT
    @Path("/ecb")
    @Consumes("text/csv")
    @Operation(
            summary = "Takes the European Central Bank's table of euro reference rates (eurofxref-hist.csv)",
            description = "The table is taken whole or refused whole. To send it again does no harm.")
    @APIResponse(responseCode = "200", description = "Every rate of CNY, HKD and USD in it is stored")
    @APIResponse(responseCode = "400", description = "Refused: the row and the reason are named")
    @APIResponse(responseCode = "503", description = "Kafka is away: send it again")
    public Response putEcbRates(InputStream content) {
        return switch (ecb.read(content, clock.instant())) {
            case RateSheet.Reading.Refused refused -> refuse(400, Refusal.of(refused));
            case RateSheet.Reading.Rates read -> {
                try {
                    publisher.publish(read.rates());
                } catch (NotStored e) {
                    LOG.warnf(
                            e,
                            "%d rates were not stored: the upload has to be repeated",
                            read.rates().size());
                    yield Response.status(503)
                            .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                            .entity(new Refusal("KAFKA_AWAY", null, null, "not all rates were stored: send it again"))
                            .build();
                }
                yield Response.ok(new Published(read.rates().size())).build();
            }
        };
    }

    @GET
    @Operation(summary = "The mid rate in force at a time, crossed through the euro")
    @APIResponse(responseCode = "200", description = "The rate and the published rates it was made from")
    @APIResponse(responseCode = "400", description = "A parameter is missing or malformed: it is named")
    @APIResponse(responseCode = "404", description = "No usable rate is known: a fare of that time waits")
    public Response rate(
            @QueryParam("at") @Nullable String at,
            @QueryParam("base") @Nullable String base,
            @QueryParam("quote") @Nullable String quote) {
        Instant time = at == null ? clock.instant() : parseInstant(at);
        if (time == null) {
            return refuse(
                    400, new Refusal("MALFORMED_PARAMETER", null, "at", "not an instant like 2026-04-09T04:00:00Z"));
        }
        Currency from = parseCurrency(base);
        if (from == null) {
            return refuse(400, new Refusal("MALFORMED_PARAMETER", null, "base", "not an ISO 4217 code like HKD"));
        }
        Currency to = parseCurrency(quote);
        if (to == null) {
            return refuse(400, new Refusal("MALFORMED_PARAMETER", null, "quote", "not an ISO 4217 code like CNY"));
        }
        return rates.find(from, to, time)
                .map(rate -> Response.ok(RateView.of(from, to, time, rate)).build())
                .orElseGet(
                        () -> refuse(404, new Refusal("NO_RATE", null, null, "no usable rate is known for that time")));
    }

    private static Response refuse(int status, Refusal refusal) {
        return Response.status(status).entity(refusal).build();
    }

    private static @Nullable Instant parseInstant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Currency parseCurrency(@Nullable String code) {
        try {
            return code == null ? null : Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
