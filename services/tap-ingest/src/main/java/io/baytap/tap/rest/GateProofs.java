package io.baytap.tap.rest;

import io.baytap.tap.domain.Door;
import io.baytap.tap.domain.EnvelopeParser;
import io.baytap.tap.domain.Gate;
import io.baytap.tap.domain.Gatekeeper;
import io.baytap.tap.domain.IntakeLimits;
import io.baytap.tap.domain.Refusal;
import io.baytap.tap.json.RefusalView;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Answers only a registered gate that signed the request, which has no body. */
public final class GateProofs {

    private static final byte[] NO_BODY = new byte[0];

    private final Gatekeeper gatekeeper;
    private final BooleanSupplier ready;
    private final long retryAfterSeconds;

    /** Answers nobody until it is ready: until the registers are read to the end. */
    public GateProofs(Gatekeeper gatekeeper, BooleanSupplier ready, IntakeLimits limits) {
        this.gatekeeper = gatekeeper;
        this.ready = ready;
        this.retryAfterSeconds = limits.retryAfter().toSeconds();
    }

    long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    Response answer(String target, GateHeaders headers, Function<Gate, Response> answer) {
        if (!ready.getAsBoolean()) {
            return refused(new Refusal.Starting());
        }
        return switch (EnvelopeParser.read(target, headers.gateId(), headers.sentAt(), headers.signature())) {
            case EnvelopeParser.Headers.Refused(var refusal) -> refused(refusal);
            case EnvelopeParser.Headers.Read(var envelope) ->
                switch (gatekeeper.admit(envelope, Door.HTTP)) {
                    case Gatekeeper.Admission.Refused(var refusal) -> refused(refusal);
                    case Gatekeeper.Admission.Admitted admitted ->
                        gatekeeper.signed(admitted, envelope, NO_BODY)
                                ? answer.apply(admitted.gate())
                                : refused(new Refusal.SignatureInvalid());
                };
        };
    }

    Response refused(Refusal refusal) {
        Response.ResponseBuilder response =
                Response.status(RefusalView.status(refusal)).entity(RefusalView.of(refusal));
        if (refusal.passes()) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
        }
        return response.build();
    }
}
