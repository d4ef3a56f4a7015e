package io.baytap.tap.json;

import io.baytap.tap.domain.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Answer to a request of which nothing was taken. */
@Schema(name = "Refusal")
public record RefusalView(
        @Schema(description = "Stable code") String reason,

        @Schema(description = "The header at fault", nullable = true) @Nullable
        String field,

        @Schema(description = "For a person") String detail) {

    /** The answer's JSON form. */
    public static RefusalView of(Refusal refusal) {
        return new RefusalView(refusal.code(), refusal.field(), refusal.detail());
    }

    /** The HTTP status that says the same. */
    public static int status(Refusal refusal) {
        return switch (refusal) {
            case Refusal.MalformedHeader _, Refusal.MalformedBody _ -> 400;
            case Refusal.UnknownSchema _, Refusal.OtherEvent _ -> 400;
            case Refusal.UnknownGate _, Refusal.GateSuspended _, Refusal.SignatureInvalid _ -> 401;
            case Refusal.ClockSkewed _ -> 401;
            case Refusal.BodyTooLarge _, Refusal.BatchTooLarge _ -> 413;
            case Refusal.UnsupportedMediaType _ -> 415;
            case Refusal.TooBusy _ -> 429;
            case Refusal.Starting _, Refusal.LineAway _, Refusal.RegistryAway _ -> 503;
        };
    }
}
