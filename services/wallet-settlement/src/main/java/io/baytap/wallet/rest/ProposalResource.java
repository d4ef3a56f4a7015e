package io.baytap.wallet.rest;

import static io.baytap.wallet.rest.Doors.FINANCE;
import static io.baytap.wallet.rest.Doors.HELPER;
import static io.baytap.wallet.rest.Doors.OPERATIONS;

import io.baytap.wallet.domain.AuditEntry.Action;
import io.baytap.wallet.domain.Demand;
import io.baytap.wallet.domain.Objection;
import io.baytap.wallet.domain.Person;
import io.baytap.wallet.domain.Proposal.Verdict;
import io.baytap.wallet.domain.Proposals;
import io.baytap.wallet.domain.Proposals.Outcome;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Corrections, refunds and ends of breaks by hand: one person proposes, another approves. */
@Path("/v1/proposals")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@SecurityRequirement(name = Api.BEARER)
@RunOnVirtualThread
public class ProposalResource {

    private static final int MAX = 1000;

    private final Proposals proposals;
    private final Doors doors;
    private final InstantSource clock;

    ProposalResource(Proposals proposals, Doors doors, InstantSource clock) {
        this.proposals = proposals;
        this.doors = doors;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Proposes a correction, a refund or the end of a break",
            description = "It is booked when another person approves it. What is about a break takes the role finance.")
    @APIResponse(responseCode = "201", description = "Kept")
    @APIResponse(responseCode = "200", description = "The same was proposed before and is pending")
    @APIResponse(responseCode = "400", description = "A field is missing or malformed: it is named")
    @APIResponse(responseCode = "404", description = "There is no such journey, charge or break")
    @APIResponse(responseCode = "409", description = "It was decided before: say in the reason why it comes again")
    @APIResponse(
            responseCode = "422",
            description = "It could not be booked: MORE_THAN_CHARGED, OTHER_AMOUNT, ACCOUNT_REFUSED …")
    public Response propose(@Nullable ProposalRequest request) {
        Person by = doors.require(
                Action.PROPOSE,
                target(request),
                request != null && request.isOfBreak() ? Set.of(FINANCE) : Set.of(FINANCE, OPERATIONS, HELPER));
        if (request == null) {
            return Problem.answer(Status.BAD_REQUEST, "MALFORMED_FIELD", "there is nothing in it")
                    .build();
        }
        return switch (request.check()) {
            case ProposalRequest.Checked.Bad(String field, String detail) ->
                Problem.answer(Status.BAD_REQUEST, "MALFORMED_FIELD", field, detail)
                        .build();
            case ProposalRequest.Checked.Good(Demand demand) -> {
                Instant now = clock.instant();
                yield answer(proposals.propose(demand, by, now), Status.CREATED, now);
            }
        };
    }

    @GET
    @Operation(
            summary = "The latest proposals, the latest first",
            description = "Of a journey: those about it and about its charges. Helpers read these alone.")
    public List<ProposalView> latest(
            @QueryParam("journeyId") @Nullable String journeyId, @QueryParam("max") @DefaultValue("100") int max) {
        if (journeyId == null) {
            doors.toRead();
        } else {
            doors.toReadRides();
        }
        Instant now = clock.instant();
        int most = Math.clamp(max, 1, MAX);
        return (journeyId == null ? proposals.latest(most) : proposals.ofJourney(journeyId, most))
                .stream().map(each -> ProposalView.of(each, now)).toList();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One proposal")
    @APIResponse(responseCode = "404", description = "There is none with that id")
    public Response proposal(@PathParam("id") String id) {
        doors.toRead();
        Instant now = clock.instant();
        return proposals
                .find(id)
                .map(found -> Response.ok(ProposalView.of(found, now)).build())
                .orElseGet(() -> refuse(new Objection.Unknown(id)));
    }

    @POST
    @Path("/{id}/approval")
    @Operation(summary = "Approves a proposal of somebody else", description = "It is booked with it.")
    @APIResponse(responseCode = "200", description = "Approved and booked")
    @APIResponse(responseCode = "409", description = "SAME_PERSON, ALREADY_DECIDED or EXPIRED")
    @APIResponse(responseCode = "422", description = "It can be booked no more; it stays pending")
    public Response approve(@PathParam("id") String id) {
        Person by = doors.require(Action.APPROVE, id, Set.of(FINANCE));
        Instant now = clock.instant();
        return answer(proposals.decide(id, Verdict.APPROVED, by, now), Status.OK, now);
    }

    @POST
    @Path("/{id}/rejection")
    @Operation(summary = "Rejects a proposal, or takes one's own back")
    @APIResponse(responseCode = "200", description = "Rejected")
    @APIResponse(responseCode = "409", description = "ALREADY_DECIDED or EXPIRED")
    public Response reject(@PathParam("id") String id) {
        Person by = doors.require(Action.REJECT, id, Set.of(FINANCE, OPERATIONS));
        Instant now = clock.instant();
        return answer(proposals.decide(id, Verdict.REJECTED, by, now), Status.OK, now);
    }

    private static Response answer(Outcome outcome, Status changed, Instant now) {
        return switch (outcome) {
            case Outcome.Kept kept ->
                Response.status(kept.changed() ? changed : Status.OK)
                        .entity(ProposalView.of(kept.proposal(), now))
                        .build();
            case Outcome.Refused(Objection objection) -> refuse(objection);
        };
    }

    private static Response refuse(Objection objection) {
        Response.StatusType status = switch (objection) {
            case Objection.Unknown _ -> Status.NOT_FOUND;
            case Objection.SamePerson _, Objection.AlreadyDecided _, Objection.Expired _ -> Status.CONFLICT;
            case Objection.OtherCurrency _,
                    Objection.MoreThanCharged _,
                    Objection.NotDebited _,
                    Objection.NoRate _,
                    Objection.BreakNotOpen _,
                    Objection.OtherAmount _,
                    Objection.NotInSuspense _,
                    Objection.NotBookable _,
                    Objection.AccountRefused _,
                    Objection.PlaceUnknown _ -> Problem.UNPROCESSABLE;
        };
        return Problem.answer(status, objection.code(), objection.detail()).build();
    }

    private static String target(@Nullable ProposalRequest request) {
        return switch (request == null ? null : request.check()) {
            case ProposalRequest.Checked.Good(Demand demand) -> demand.id();
            case null, default -> "";
        };
    }
}
