package io.baytap.tap.rest;

import io.baytap.tap.domain.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Answer to a request of which nothing was taken. */
@Schema(name = "Refusal")
record RefusalView(
        @Schema(description = "Stable code") String reason,

        @Schema(description = "The header at fault", nullable = true) @Nullable
        String field,

        @Schema(description = "For a person") String detail) {

    static RefusalView of(Refusal refusal) {
        return new RefusalView(refusal.code(), refusal.field(), refusal.detail());
    }

    /** The HTTP status that says the same. */
    static int status(Refusal refusal) {
        return switch (refusal) {
            case Refusal.MalformedHeader _, Refusal.MalformedBody _ -> 400;
            case Refusal.UnknownGate _, Refusal.GateSuspended _, Refusal.SignatureInvalid _ -> 401;
            case Refusal.ClockSkewed _ -> 401;
            case Refusal.BodyTooLarge _, Refusal.BatchTooLarge _ -> 413;
            case Refusal.UnsupportedMediaType _ -> 415;
            case Refusal.TooBusy _ -> 429;
            case Refusal.Starting _, Refusal.LineAway _ -> 503;
        };
    }

    /** True if the same request may be taken later. */
    static boolean passes(Refusal refusal) {
        return refusal instanceof Refusal.TooBusy
                || refusal instanceof Refusal.Starting
                || refusal instanceof Refusal.LineAway;
    }
}
