package io.baytap.tap.json;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Documents the tap that {@link JsonBatches} reads. */
@Schema(name = "Tap")
public record TapView(
        @Schema(description = "The gate's own count of its taps, never reused", examples = "4011")
        long sequence,

        @Schema(
                description = "When the rider tapped, RFC 3339; microseconds count",
                examples = "2026-04-09T00:12:31.123456Z")
        String occurredAt,

        @Schema(description = "ENTRY (or on boarding), EXIT (or on alighting)", examples = "ENTRY")
        String direction,

        @Schema(description = "JWS in compact form, EdDSA, signed by the wallet's issuer")
        String riderCode,

        @Schema(description = "Required from a gate without a fixed place", nullable = true) @Nullable
        String routeId,

        @Schema(description = "Required from a gate without a fixed place", nullable = true) @Nullable
        String stopId,

        @Schema(description = "UPPER or LOWER, on a ferry", nullable = true) @Nullable
        String deck,

        @Schema(description = "The version of the deny list that the gate decided by", nullable = true) @Nullable
        String denyListVersion) {}
