package io.baytap.tap.rest;

import io.baytap.tap.domain.BatchFormat;
import io.baytap.tap.domain.Door;
import io.baytap.tap.domain.EnvelopeParser;
import io.baytap.tap.domain.Intake;
import io.baytap.tap.domain.IntakeLimits;
import io.baytap.tap.domain.Refusal;
import io.baytap.tap.json.RefusalView;
import io.baytap.tap.json.TapView;
import io.baytap.tap.json.VerdictsView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Where gates bring their taps. Runs on virtual threads: verifying signatures is work for milliseconds, and waiting for
 * Kafka blocks.
 */
@Path("/v1/taps")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(
        responseCode = "202",
        description = "Kafka has the accepted and the rejected taps",
        content = @Content(schema = @Schema(implementation = VerdictsView.class)))
@APIResponse(
        responseCode = "4XX",
        description = "The request is refused whole; 429 says when to come again",
        content = @Content(schema = @Schema(implementation = RefusalView.class)))
@APIResponse(
        responseCode = "503",
        description = "Kafka is away: send the same taps again after Retry-After seconds",
        content = @Content(schema = @Schema(implementation = RefusalView.class)))
public class TapResource {

    private final Intake intake;
    private final long retryAfterSeconds;

    TapResource(Intake intake, IntakeLimits limits) {
        this.intake = intake;
        this.retryAfterSeconds = limits.retryAfter().toSeconds();
    }

    /** A batch of taps. */
    @POST
    @Path("/batch")
    @RunOnVirtualThread
    @Operation(
            summary = "Take a batch of taps",
            description = "As a JSON array, one tap per line, or the Avro event TapsPresented")
    public Response takeBatch(
            @BeanParam GateHeaders headers,
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(type = SchemaType.ARRAY, implementation = TapView.class)),
                                @Content(
                                        mediaType = BatchFormat.LINES_TYPE,
                                        schema = @Schema(implementation = TapView.class)),
                                @Content(
                                        mediaType = BatchFormat.AVRO_TYPE,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    InputStream body) {
        BatchFormat format = BatchFormat.findForBatch(headers.contentType());
        return take("POST /v1/taps/batch", headers, format, body);
    }

    /** One tap. */
    @POST
    @RunOnVirtualThread
    @Operation(summary = "Take one tap")
    public Response takeOne(
            @BeanParam GateHeaders headers,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = TapView.class)))
                    InputStream body) {
        BatchFormat format = BatchFormat.findForOne(headers.contentType());
        return take("POST /v1/taps", headers, format, body);
    }

    private Response take(String target, GateHeaders headers, @Nullable BatchFormat format, InputStream body) {
        var envelope = EnvelopeParser.read(target, headers.gateId(), headers.sentAt(), headers.signature());
        var request = new Intake.Request(Door.HTTP, envelope, format, headers.contentLength(), body);
        return switch (intake.take(request)) {
            case Intake.Answer.Refused(var refusal) -> refused(refusal);
            case Intake.Answer.Judged(var verdicts) ->
                Response.accepted(VerdictsView.of(verdicts)).build();
        };
    }

    private Response refused(Refusal refusal) {
        Response.ResponseBuilder response =
                Response.status(RefusalView.status(refusal)).entity(RefusalView.of(refusal));
        if (refusal.passes()) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
        }
        return response.build();
    }
}
