package io.baytap.fx.rest;

import io.baytap.fx.domain.Proposal;
import io.baytap.fx.domain.Proposal.State;
import io.baytap.fx.domain.Proposal.Verdict;
import io.baytap.fx.domain.RateDesk;
import io.baytap.fx.domain.RateDesk.Outcome;
import io.baytap.fx.domain.RatePublisher.NotStored;
import io.baytap.fx.domain.RefusedRate;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Rates that one person proposes and another approves. */
@Path("/v1/rates/proposals")
@Produces(MediaType.APPLICATION_JSON)
public class ProposalsResource {

    /** Names whoever asks where doors are open. */
    static final String PERSON = "X-Baytap-Person";

    private static final Logger LOG = Logger.getLogger(ProposalsResource.class);

    private final RateDesk desk;
    private final Doors doors;
    private final SecurityIdentity identity;
    private final Clock clock;

    public ProposalsResource(RateDesk desk, Doors doors, SecurityIdentity identity, Clock clock) {
        this.desk = desk;
        this.doors = doors;
        this.identity = identity;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Proposes rates", description = "They are used when another person approves them.")
    @APIResponse(responseCode = "201", description = "Kept; the same proposal again is the first one")
    @APIResponse(responseCode = "400", description = "A field is missing or malformed: it is named")
    @APIResponse(responseCode = "409", description = "It was decided before: say in the note why it comes again")
    public Response propose(@Nullable ProposalRequest request, @HeaderParam(PERSON) @Nullable String named) {
        Person person = doors.require(identity, named, Doors.FINANCE, Doors.OPERATIONS);
        if (request == null) {
            return refuse(400, "MALFORMED_FIELD", null, "there is nothing in it");
        }
        Instant now = clock.instant();
        return switch (request.check(now)) {
            case ProposalRequest.Checked.Bad(Refusal refusal) ->
                Response.status(400).entity(refusal).build();
            case ProposalRequest.Checked.Good(Proposal.Sheet sheet) ->
                answer(201, now, () -> desk.propose(sheet, person.name(), now));
        };
    }

    @GET
    @Operation(
            summary = "The proposals, the latest first",
            description = "With ?state=PENDING those that need a decision.")
    @APIResponse(responseCode = "200", description = "Who proposed what, and who decided")
    @APIResponse(responseCode = "400", description = "There is no such state")
    public Response proposals(
            @QueryParam("state") @Nullable String state, @HeaderParam(PERSON) @Nullable String named) {
        doors.require(identity, named, Doors.FINANCE, Doors.OPERATIONS, Doors.AUDITOR);
        if (state != null
                && Arrays.stream(State.values()).noneMatch(each -> each.name().equals(state))) {
            return refuse(400, "MALFORMED_PARAMETER", "state", "not one of " + Arrays.toString(State.values()));
        }
        Instant now = clock.instant();
        try {
            return Response.ok(desk.all().stream()
                            .filter(each ->
                                    state == null || each.state(now).name().equals(state))
                            .sorted(Comparator.comparing(Proposal::proposedAt).reversed())
                            .map(each -> ProposalView.of(each, now))
                            .toList())
                    .build();
        } catch (NotStored e) {
            return away(e);
        }
    }

    @GET
    @Path("/{id}/table")
    @Operation(
            summary = "Every rate of a publisher's table that was proposed",
            description = "For whoever decides on it.")
    @APIResponse(responseCode = "200", description = "Oldest first; empty if a person's own rates were proposed")
    @APIResponse(responseCode = "404", description = "There is no such proposal")
    public Response table(@PathParam("id") String id, @HeaderParam(PERSON) @Nullable String named) {
        doors.require(identity, named, Doors.FINANCE, Doors.OPERATIONS, Doors.AUDITOR);
        try {
            return desk.all().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .map(each -> Response.ok(each.sheet().table().stream()
                                    .map(TableView.Line::of)
                                    .toList())
                            .build())
                    .orElseGet(() -> refuse(404, "UNKNOWN_PROPOSAL", null, "there is no " + id));
        } catch (NotStored e) {
            return away(e);
        }
    }

    @POST
    @Path("/{id}/approval")
    @Operation(summary = "Approves a proposal of somebody else", description = "Its rates are published with it.")
    @APIResponse(
            responseCode = "200",
            description = "Approved, and the rates are in force; of a table, but those that it names")
    @APIResponse(responseCode = "409", description = "SAME_PERSON, ALREADY_DECIDED or EXPIRED")
    @APIResponse(responseCode = "422", description = "The guard does not believe the rates; it stays pending")
    public Response approve(@PathParam("id") String id, @HeaderParam(PERSON) @Nullable String named) {
        return decide(id, Verdict.APPROVED, doors.require(identity, named, Doors.FINANCE));
    }

    @POST
    @Path("/{id}/rejection")
    @Operation(summary = "Rejects a proposal, or takes one's own back")
    @APIResponse(responseCode = "200", description = "Rejected")
    @APIResponse(responseCode = "409", description = "ALREADY_DECIDED or EXPIRED")
    public Response reject(@PathParam("id") String id, @HeaderParam(PERSON) @Nullable String named) {
        return decide(id, Verdict.REJECTED, doors.require(identity, named, Doors.FINANCE, Doors.OPERATIONS));
    }

    private Response decide(String id, Verdict verdict, Person person) {
        Instant now = clock.instant();
        return answer(200, now, () -> desk.decide(id, verdict, person.name(), now));
    }

    static Response answer(int good, Instant now, Supplier<Outcome> step) {
        try {
            return switch (step.get()) {
                case Outcome.Kept(Proposal proposal, List<RefusedRate> refused) -> {
                    LOG.infof(
                            "%s is %s; the guard refuses %d rates", proposal.id(), proposal.state(now), refused.size());
                    yield Response.status(good)
                            .entity(ProposalView.of(proposal, now, refused))
                            .build();
                }
                case Outcome.Unknown(String id) -> refuse(404, "UNKNOWN_PROPOSAL", null, "there is no " + id);
                case Outcome.Objected(Proposal proposal, Proposal.Objection objection) ->
                    refuse(409, objection.name(), null, proposal.id() + " is " + proposal.state(now));
                case Outcome.Guarded guarded -> {
                    var first = guarded.refused().getFirst();
                    yield refuse(
                            422,
                            first.reason().code(),
                            first.rate().pair().toString(),
                            first.reason().detail());
                }
                case Outcome.TooMany() ->
                    refuse(429, "TOO_MANY", null, "more than " + RateDesk.PENDING_MAX + " proposals are pending");
            };
        } catch (NotStored e) {
            return away(e);
        }
    }

    private static Response away(NotStored e) {
        LOG.warnf(e, "a proposal could not be read or stored");
        return Response.status(503)
                .header(HttpHeaders.RETRY_AFTER, RatesResource.RETRY_AFTER_SECONDS)
                .entity(new Refusal("KAFKA_AWAY", null, null, "it was not stored, or somebody was faster: try again"))
                .build();
    }

    private static Response refuse(int status, String reason, @Nullable String field, String detail) {
        return Response.status(status)
                .entity(new Refusal(reason, null, field, detail))
                .build();
    }
}
