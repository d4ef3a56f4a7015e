package io.baytap.fx.rest;

import io.baytap.fx.domain.Proposal;
import io.baytap.fx.domain.RateDesk;
import io.baytap.fx.domain.RateSheet;
import io.baytap.fx.domain.Sifting.Sieve;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Reference rates: proposed from their publisher's table, and shown as they are in force. */
@Path("/v1/rates")
@Produces(MediaType.APPLICATION_JSON)
public class RatesResource {

    static final String RETRY_AFTER_SECONDS = "5";

    /** A proposal is one record, and a broker takes one of a megabyte: these are about half of it, and forty years. */
    static final int RATES_MAX = 30_000;

    private final RateSheet ecb;
    private final RateDesk desk;
    private final Sieve sieve;
    private final Doors doors;
    private final SecurityIdentity identity;
    private final Clock clock;

    public RatesResource(
            RateSheet ecb, RateDesk desk, Sieve sieve, Doors doors, SecurityIdentity identity, Clock clock) {
        this.ecb = ecb;
        this.desk = desk;
        this.sieve = sieve;
        this.doors = doors;
        this.identity = identity;
        this.clock = clock;
    }

    @PUT
    @Path("/ecb")
    @Consumes({"text/csv", "application/xml", "text/xml", "application/zip"})
    @Operation(
            summary = "Proposes the European Central Bank's euro reference rates: CSV, XML, or CSV in a ZIP",
            description =
                    "The table is read whole or refused whole. Its rates are used when another person approves it at"
                            + " /v1/rates/proposals/{id}/approval; what the guard does not believe is named here and there, and is"
                            + " not. To send it again does no harm.")
    @APIResponse(responseCode = "201", description = "Kept as a proposal; the same table again is the first one")
    @APIResponse(responseCode = "400", description = "Refused: the row and the reason are named")
    @APIResponse(responseCode = "409", description = "It was decided before: say in note why it comes again")
    @APIResponse(responseCode = "503", description = "Kafka is away: send it again")
    public Response putEcbRates(
            InputStream content,
            @QueryParam("note") @DefaultValue("the table as published") String note,
            @HeaderParam(ProposalsResource.PERSON) @Nullable String named) {
        Person person = doors.require(identity, named, Doors.OPERATIONS, Doors.FINANCE);
        if (note.isBlank() || note.length() > ProposalRequest.NOTE_LENGTH_MAX) {
            return refuse(
                    400,
                    new Refusal(
                            "MALFORMED_PARAMETER",
                            null,
                            "note",
                            "1 to " + ProposalRequest.NOTE_LENGTH_MAX + " characters"));
        }
        Instant now = clock.instant();
        return switch (ecb.read(content, now)) {
            case RateSheet.Reading.Refused refused -> refuse(400, Refusal.of(refused));
            case RateSheet.Reading.Rates read
            when read.rates().isEmpty() ->
                refuse(400, new Refusal("EMPTY", null, null, "there is no rate of CNY, HKD or USD in it"));
            case RateSheet.Reading.Rates read
            when read.rates().size() > RATES_MAX ->
                refuse(400, new Refusal("TOO_LARGE", null, null, "more than " + RATES_MAX + " rates"));
            case RateSheet.Reading.Rates read ->
                ProposalsResource.answer(
                        201,
                        now,
                        () -> desk.propose(Proposal.Sheet.of(read.rates(), note.strip()), person.name(), now));
        };
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
