package io.baytap.tap.rest;

import io.baytap.tap.domain.EnvelopeParser;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The headers of a gate's request, as they came. */
record GateHeaders(
        @Parameter(description = "Id of the gate", required = true) @HeaderParam(EnvelopeParser.GATE) @Nullable
        String gateId,

        @Parameter(description = "When the gate sends this, RFC 3339", required = true)
        @HeaderParam(EnvelopeParser.SENT_AT)
        @Nullable
        String sentAt,

        @Parameter(
                description =
                        "Base64 of the gate's Ed25519 signature over `METHOD PATH\\nGATE\\nSENT-AT\\n` and the body",
                required = true)
        @HeaderParam(EnvelopeParser.SIGNATURE)
        @Nullable
        String signature,

        @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable
        String contentType,

        @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable
        Long contentLength) {}
