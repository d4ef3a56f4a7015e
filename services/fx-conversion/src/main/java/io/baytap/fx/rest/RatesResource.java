package io.baytap.fx.rest;

import io.baytap.fx.domain.RatePublisher;
import io.baytap.fx.domain.RatePublisher.NotStored;
import io.baytap.fx.domain.RateSheet;
import io.baytap.fx.domain.RefusedRate;
import io.baytap.fx.domain.Sifting;
import io.baytap.fx.domain.Sifting.Sieve;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reference rates: taken from their publisher's table, and shown as they are in force. */
@Path("/v1/rates")
@Produces(MediaType.APPLICATION_JSON)
public class RatesResource {

    private static final Logger LOG = Logger.getLogger(RatesResource.class);
    static final String RETRY_AFTER_SECONDS = "5";

    private final RateSheet ecb;
    private final RatePublisher publisher;
    private final Sieve sieve;
    private final Doors doors;
    private final SecurityIdentity identity;
    private final Clock clock;

    public RatesResource(
            RateSheet ecb, RatePublisher publisher, Sieve sieve, Doors doors, SecurityIdentity identity, Clock clock) {
        this.ecb = ecb;
        this.publisher = publisher;
        this.sieve = sieve;
        this.doors = doors;
        this.identity = identity;
        this.clock = clock;
    }

    /** What became of an upload. */
    public record Published(int published, List<Disbelieved> refused) {}

    /** A rate that could be read and is not believed. */
    public record Disbelieved(String rateId, String rate, String reason, String detail) {
        static Disbelieved of(RefusedRate refused) {
            return new Disbelieved(
                    refused.rate().id(),
                    refused.rate().value().toPlainString(),
                    refused.reason().code(),
                    refused.reason().detail());
        }
    }

    @PUT
    @Path("/ecb")
    @Consumes({"text/csv", "application/xml", "text/xml", "application/zip"})
    @Operation(
            summary = "Takes the European Central Bank's euro reference rates: CSV, XML, or CSV in a ZIP",
            description = "The table is read whole or refused whole; a rate in it that the guard does not believe is"
                    + " refused and named. To send it again does no harm.")
    @APIResponse(responseCode = "200", description = "Every believed rate of CNY, HKD and USD in it is stored")
    @APIResponse(responseCode = "400", description = "Refused: the row and the reason are named")
    @APIResponse(responseCode = "503", description = "Kafka is away: send it again")
    public Response putEcbRates(InputStream content, @HeaderParam(ProposalsResource.PERSON) @Nullable String named) {
        Person person = doors.require(identity, named, Doors.OPERATIONS, Doors.FINANCE);
        Instant now = clock.instant();
        return switch (ecb.read(content, now)) {
            case RateSheet.Reading.Refused refused -> refuse(400, Refusal.of(refused));
            case RateSheet.Reading.Rates read -> publish(sieve.sift(read.rates(), now), person);
        };
    }

    private Response publish(Sifting sifted, Person person) {
        try {
            publisher.publish(sifted);
        } catch (NotStored e) {
            LOG.warnf(
                    e,
                    "%d rates were not stored: the upload has to be repeated",
                    sifted.accepted().size());
            return Response.status(503)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .entity(new Refusal("KAFKA_AWAY", null, null, "not all rates were stored: send it again"))
                    .build();
        }
        if (!sifted.refused().isEmpty()) {
            LOG.warnf(
                    "%d uploaded rates are not believed, the first: %s",
                    sifted.refused().size(), sifted.refused().getFirst().id());
        }
        LOG.infof("%s brought %d rates", person.name(), sifted.accepted().size());
        return Response.ok(new Published(
                        sifted.accepted().size(),
                        sifted.refused().stream().map(Disbelieved::of).toList()))
                .build();
    }

    @GET
    @Operation(summary = "The mid rate in force at a time: published for the pair, or crossed")
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
        return sieve.book()
                .find(from, to, time)
                .map(rate -> Response.ok(RateView.of(from, to, time, rate)).build())
                .orElseGet(
                        () -> refuse(404, new Refusal("NO_RATE", null, null, "no usable rate is known for that time")));
    }

    private static Response refuse(int status, Refusal refusal) {
        return Response.status(status).entity(refusal).build();
    }

    static @Nullable Instant parseInstant(String text) {
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
