package io.baytap.tap.rest;

import io.baytap.tap.domain.DenyList;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The deny list, or what changed of it. */
@Schema(name = "Denials")
record DenialsView(
        @Schema(description = "Opaque; to be given back as `since`, and with each tap that is decided by it")
        String version,

        @Schema(description = "True: it replaces what the gate has. False: it changes it")
        boolean whole,

        @Schema(description = "Why it is whole although a change was asked for: UNKNOWN_VERSION", nullable = true)
        @Nullable
        String reason,

        List<DeniedView> denied,

        @Schema(description = "Riders who may tap again") List<String> lifted) {

    /** A rider who may not tap. */
    @Schema(name = "Denied")
    record DeniedView(String riderId, Instant since) {}

    static DenialsView of(DenyList.Told told, @Nullable String reason) {
        return new DenialsView(
                told.version().toString(),
                told.whole(),
                reason,
                told.denied().stream()
                        .map(denial -> new DeniedView(denial.riderId(), denial.since()))
                        .toList(),
                told.lifted());
    }
}
