package io.baytap.tap.rest;

import io.baytap.tap.domain.Gate;
import java.time.Instant;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A gate as it stands. */
@Schema(name = "Gate")
record GateView(
        String gateId,
        String operatorId,

        @Schema(description = "RAIL, LIGHT_RAIL, BUS, TRAM or FERRY")
        String mode,

        @Nullable String routeId,
        @Nullable String stopId,
        @Nullable String deck,

        @Schema(description = "Ed25519, X.509 SubjectPublicKeyInfo in base64")
        String publicKey,

        @Schema(description = "Signs as well until previousKeyUntil", nullable = true) @Nullable
        String previousKey,

        @Nullable Instant previousKeyUntil,
        boolean active,
        @Nullable Instant suspendedSince,
        Instant changedAt) {

    static GateView of(Gate gate) {
        var previous = gate.keys().previous();
        return new GateView(
                gate.gateId(),
                gate.operatorId(),
                gate.mode().name(),
                gate.stand().routeId(),
                gate.stand().stopId(),
                gate.stand().deck(),
                Base64.getEncoder().encodeToString(gate.keys().current().getEncoded()),
                previous == null
                        ? null
                        : Base64.getEncoder().encodeToString(previous.key().getEncoded()),
                previous == null ? null : previous.until(),
                gate.active(),
                gate.standing().suspendedSince(),
                gate.changedAt());
    }
}
