package io.baytap.tap.rest;

import io.baytap.tap.domain.GateDesk;
import io.baytap.tap.domain.IntakeLimits;
import io.baytap.tap.domain.PublicKeys;
import io.baytap.tap.domain.RegistryRefusal;
import io.baytap.tap.json.RefusalView;
import io.smallrye.common.annotation.RunOnVirtualThread;
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

/** Where operators register their gates; answers when Kafka has the change. */
@Path("/v1/gates/{gateId}")
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

    GateResource(GateDesk desk, PublicKeys keys, RegistryToken token, IntakeLimits limits) {
        this.desk = desk;
        this.requests = new GateRequests(keys);
        this.answers = new RegistryAnswers(token, limits);
    }

    /** The gate as this replica knows it. */
    @GET
    @Operation(summary = "One gate")
    public Response get(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String token, @PathParam("gateId") String gateId) {
        return answers.answer(token, () -> view(desk.find(gateId)));
    }

    /** Registers the gate, or replaces what was registered; a suspension stays. */
    @PUT
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
    @Path("/key")
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

    /** From now on nothing is taken from the gate. */
    @POST
    @Path("/suspension")
    @Operation(summary = "Suspend a gate")
    public Response suspend(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String token, @PathParam("gateId") String gateId) {
        return answers.answer(token, () -> view(desk.suspend(gateId, Instant.now())));
    }

    /** From now on it is taken from again. */
    @DELETE
    @Path("/suspension")
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
