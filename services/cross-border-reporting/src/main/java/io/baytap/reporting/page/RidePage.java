package io.baytap.reporting.page;

import io.baytap.reporting.access.Admits;
import io.baytap.reporting.access.Caller;
import io.baytap.reporting.access.Role;
import io.baytap.reporting.domain.trace.Ride;
import io.baytap.reporting.domain.trace.Trace;
import io.baytap.reporting.neighbours.Neighbour;
import io.baytap.reporting.neighbours.Told;
import io.baytap.reporting.neighbours.WalletSettlement;
import io.baytap.reporting.neighbours.WalletSettlement.Demand;
import io.baytap.reporting.neighbours.WalletSettlement.Proposal;
import io.baytap.reporting.page.ProposalForm.Sent;
import io.baytap.reporting.rest.BadParameter;
import io.baytap.reporting.rest.TraceParameter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** A ride from tap to bank line, and what people want changed about it. wallet-settlement decides what may be changed, and by whom. */
@Path("/trace/{journeyId}")
@Admits({Role.FINANCE, Role.AUDITOR, Role.HELPER})
@Produces(MediaType.TEXT_HTML)
public class RidePage {

    private final Visit visit;
    private final Trace trace;
    private final RideBooks books;
    private final Neighbour<WalletSettlement> wallets;
    private final Caller caller;

    RidePage(Visit visit, Trace trace, RideBooks books, Neighbour<WalletSettlement> wallets, Caller caller) {
        this.visit = visit;
        this.trace = trace;
        this.books = books;
        this.wallets = wallets;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "All that became of a journey; 404 if nothing is kept of it")
    public Uni<RestResponse<String>> ride(@PathParam("journeyId") String journeyId) {
        Shell shell = visit.open(Screen.TRACE);
        return find(journeyId).flatMap(ride -> show(shell, Status.OK, ride, Sent.NOTHING));
    }

    @POST
    @Path("/proposals")
    @Admits({Role.FINANCE, Role.HELPER})
    @Operation(
            summary = "Proposes a correction or a refund of the ride to wallet-settlement, as whoever asks",
            description =
                    "A form: kind, amount, reason, and charge if it is a REFUND. Refused on the screen of the ride.")
    public Uni<RestResponse<String>> propose(
            @PathParam("journeyId") String journeyId, @BeanParam ProposalParameters asked) {
        Shell shell = visit.open(Screen.TRACE, StepEntries.ride(journeyId));
        return find(journeyId).flatMap(ride -> {
            Sent sent = Sent.of(asked);
            Demand demand;
            try {
                demand = asked.demand(ride);
            } catch (BadParameter bad) {
                return show(shell, Status.BAD_REQUEST, ride, sent.refused(shell, bad.field(), bad.reason()));
            }
            byte[] written = WalletSettlement.written(demand);
            return wallets.ask((calls, bearer) -> calls.propose(written, bearer), Proposal.class)
                    .flatMap(told -> answer(shell, ride, sent, told));
        });
    }

    @POST
    @Path("/proposals/{proposalId}/{verdict:approval|rejection}")
    @Admits(Role.FINANCE)
    @Operation(summary = "Approves or rejects a proposal at wallet-settlement, as whoever asks")
    public Uni<RestResponse<String>> decide(
            @PathParam("journeyId") String journeyId,
            @PathParam("proposalId") String proposalId,
            @PathParam("verdict") String verdict) {
        Shell shell = visit.open(Screen.TRACE, StepEntries.ride(journeyId));
        String id = TraceParameter.id("proposalId", proposalId);
        return find(journeyId)
                .flatMap(ride -> wallets.ask((calls, bearer) -> calls.decide(id, verdict, bearer), Proposal.class)
                        .flatMap(told -> answer(shell, ride, Sent.NOTHING, told)));
    }

    private Uni<Ride> find(String journeyId) {
        return trace.ride(TraceParameter.id("journeyId", journeyId), TraceParameter.days(null, null))
                .map(found -> found.orElseThrow(() -> new NotFoundException("nothing is kept of that journey")));
    }

    private Uni<RestResponse<String>> answer(Shell shell, Ride ride, Sent sent, Told<Proposal> told) {
        return switch (told) {
            case Told.Known<Proposal> _ ->
                Uni.createFrom()
                        .item(RestResponse.<String>seeOther(
                                URI.create(StepEntries.ride(ride.journeyId()) + "#" + RideView.PROPOSALS)));
            case Told.Refused<Proposal> refused ->
                show(shell, status(refused), ride, sent.refused(shell, refused.field(), refused.reason()));
            case Told.Unavailable<Proposal>(Told.Why why) ->
                show(
                        shell,
                        why == Told.Why.NOT_ADMITTED ? Status.FORBIDDEN : Status.SERVICE_UNAVAILABLE,
                        ride,
                        sent.failed(shell, told, why.name()));
        };
    }

    /** What cannot be booked, and why it cannot, is a conflict with what is. */
    private static Status status(Told.Refused<?> refused) {
        return switch (refused.status()) {
            case RestResponse.StatusCode.BAD_REQUEST -> Status.BAD_REQUEST;
            case RestResponse.StatusCode.NOT_FOUND -> Status.NOT_FOUND;
            default -> Status.CONFLICT;
        };
    }

    private Uni<RestResponse<String>> show(Shell shell, Status status, Ride ride, Sent sent) {
        return books.of(ride)
                .flatMap(known -> shell.show(
                        status,
                        Templates.ride(RideView.of(shell, ride, known, ProposalForm.of(shell, ride, sent, caller)))));
    }
}
