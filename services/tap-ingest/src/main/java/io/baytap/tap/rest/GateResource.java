package io.baytap.tap.rest;

import io.baytap.tap.domain.GateBook;
import io.baytap.tap.domain.GateDesk;
import io.baytap.tap.domain.GateState;
import io.baytap.tap.domain.PublicKeys;
import io.baytap.tap.domain.Refusal;
import io.baytap.tap.domain.RegistryRefusal;
import io.baytap.tap.json.RefusalView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Where operators register their gates and see what those owe; a change is answered when Kafka has it. */
@Path("/v1/gates")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@APIResponse(
        responseCode = "200",
        description = "The gate as it stands",
        content = @Content(schema = @Schema(implementation = GateView.class)))
@APIResponse(
        responseCode = "4XX",
        description = "Nothing was changed; 403 while no token is set",
        content = @Content(schema = @Schema(implementation = RefusalView.class)))
public class GateResource {

    private final GateDesk desk;
    private final GateRequests requests;
    private final RegistryAnswers answers;
    private final GateProofs proofs;
    private final GateBook book;

    GateResource(GateDesk desk, GateBook book, PublicKeys keys, RegistryToken token, GateProofs proofs) {
        this.desk = desk;
        this.requests = new GateRequests(keys);
        this.answers = new RegistryAnswers(token, proofs.retryAfterSeconds());
        this.proofs = proofs;
        this.book = book;
    }

    /** The gate as this replica knows it. */
    @GET
    @Path("/{gateId}")
    @Operation(summary = "One gate")
    public Response get(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String token, @PathParam("gateId") String gateId) {
        return answers.answer(token, () -> view(desk.find(gateId)));
    }

    /** Registers the gate, or replaces what was registered; a suspension stays. */
    @PUT
    @Path("/{gateId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Register or replace a gate")
    public Response register(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String token,
            @PathParam("gateId") String gateId,
            GateRequests.@Nullable RegistrationView body) {
        return answers.answer(token, () -> view(desk.register(requests.registration(gateId, body), Instant.now())));
    }

    /** Gives the gate a new key. */
    @POST
    @Path("/{gateId}/key")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Rotate a gate's key")
    public Response rotate(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String token,
            @PathParam("gateId") String gateId,
            GateRequests.@Nullable RotationView body) {
        return answers.answer(token, () -> {
            if (body == null) {
                throw new GateRequests.MalformedException("body", "required");
            }
            return view(desk.rotate(
                    gateId, requests.key(body.publicKey()), GateRequests.overlap(body.overlap()), Instant.now()));
        });
    }

    /** The gates that owe taps. */
    @GET
    @Path("/owing")
    @Operation(summary = "The gates that owe taps", description = "For operators, and for readers by theirs")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SequencesView.OwingView.class)))
    public Response owing(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String token) {
        return answers.answerReader(token, () -> new RegistryAnswers.Outcome.Done(SequencesView.owing(book.owing())));
    }

    /** What came of a gate's taps, and what it owes; for operators, and for the gate itself. */
    @GET
    @Path("/{gateId}/sequences")
    @Operation(
            summary = "What came of a gate's taps, and how its clock goes",
            description = "For operators by their token, or for the gate by its signature over no body")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SequencesView.class)))
    public Response sequences(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String token,
            @BeanParam GateHeaders headers,
            @PathParam("gateId") String gateId) {
        if (headers.gateId() != null) {
            return proofs.answer(
                    "GET /v1/gates/" + gateId + "/sequences",
                    headers,
                    gate -> gate.gateId().equals(gateId)
                            ? Response.ok(view(gateId)).build()
                            : proofs.refused(new Refusal.SignatureInvalid()));
        }
        return answers.answer(token, () -> switch (desk.find(gateId)) {
            case GateDesk.Answer.Standing _ -> new RegistryAnswers.Outcome.Done(view(gateId));
            case GateDesk.Answer.Refused(var refusal) -> new RegistryAnswers.Outcome.Refused(refusal);
        });
    }

    private SequencesView view(String gateId) {
        GateState state = book.find(gateId);
        return SequencesView.of(gateId, state == null ? GateState.NONE : state);
    }

    /** From now on nothing is taken from the gate. */
    @POST
    @Path("/{gateId}/suspension")
    @Operation(summary = "Suspend a gate")
    public Response suspend(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String token, @PathParam("gateId") String gateId) {
        return answers.answer(token, () -> view(desk.suspend(gateId, Instant.now())));
    }

    /** From now on it is taken from again. */
    @DELETE
    @Path("/{gateId}/suspension")
    @Operation(summary = "End a gate's suspension")
    public Response resume(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String token, @PathParam("gateId") String gateId) {
        return answers.answer(token, () -> view(desk.resume(gateId, Instant.now())));
    }

    private static RegistryAnswers.Outcome view(GateDesk.Answer answer) {
        return switch (answer) {
            case GateDesk.Answer.Standing(var gate) -> new RegistryAnswers.Outcome.Done(GateView.of(gate));
            case GateDesk.Answer.Refused(RegistryRefusal refusal) -> new RegistryAnswers.Outcome.Refused(refusal);
        };
    }
}
