package io.baytap.tap.rest;

import io.baytap.tap.domain.Gate;
import io.baytap.tap.domain.GateRules;
import io.baytap.tap.domain.PublicKeys;
import io.baytap.tap.domain.RegistryRefusal;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What operators write, read into the domain's words. */
final class GateRequests {

    private static final int ID_MAX = 128;

    private final PublicKeys keys;

    GateRequests(PublicKeys keys) {
        this.keys = keys;
    }

    /** A gate as an operator writes it. */
    @Schema(name = "GateRegistration")
    record RegistrationView(
            @Nullable String operatorId,

            @Schema(description = "RAIL, LIGHT_RAIL, BUS, TRAM or FERRY") @Nullable
            String mode,

            @Schema(description = "Null in a vehicle, whose taps name it", nullable = true) @Nullable
            String routeId,

            @Schema(description = "Null in a vehicle, whose taps name it", nullable = true) @Nullable
            String stopId,

            @Nullable String deck,

            @Schema(description = "Ed25519, X.509 SubjectPublicKeyInfo in base64") @Nullable
            String publicKey) {}

    /** A rotation as an operator writes it. */
    @Schema(name = "KeyRotation")
    record RotationView(
            @Nullable String publicKey,

            @Schema(description = "How long the old key signs as well, ISO 8601", examples = "PT24H") @Nullable
            String overlap) {}

    /** A request that makes no sense. */
    static final class MalformedException extends Exception {
        private final transient RegistryRefusal refusal;

        MalformedException(String field, String detail) {
            super(field + ": " + detail);
            this.refusal = new RegistryRefusal.MalformedGate(field, detail);
        }

        RegistryRefusal refusal() {
            return refusal;
        }
    }

    GateRules.Registration registration(String gateId, @Nullable RegistrationView view) throws MalformedException {
        if (view == null) {
            throw new MalformedException("body", "required");
        }
        String deck = optional("deck", view.deck());
        if (deck != null && !deck.equals("UPPER") && !deck.equals("LOWER")) {
            throw new MalformedException("deck", "UPPER or LOWER expected");
        }
        return new GateRules.Registration(
                gateId,
                required("operatorId", view.operatorId()),
                mode(required("mode", view.mode())),
                new Gate.Stand(optional("routeId", view.routeId()), optional("stopId", view.stopId()), deck),
                key(view.publicKey()));
    }

    PublicKey key(@Nullable String base64) throws MalformedException {
        try {
            return keys.read(Base64.getDecoder().decode(base64 == null ? "" : base64));
        } catch (IllegalArgumentException | InvalidKeySpecException e) {
            throw new MalformedException(
                    "publicKey", "an Ed25519 key as X.509 SubjectPublicKeyInfo in base64 expected");
        }
    }

    static Duration overlap(@Nullable String text) throws MalformedException {
        try {
            return Duration.parse(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            throw new MalformedException("overlap", "an ISO 8601 duration expected");
        }
    }

    private static Gate.Mode mode(String text) throws MalformedException {
        for (Gate.Mode mode : Gate.Mode.values()) {
            if (mode != Gate.Mode.UNKNOWN && mode.name().equals(text)) {
                return mode;
            }
        }
        throw new MalformedException("mode", "RAIL, LIGHT_RAIL, BUS, TRAM or FERRY expected");
    }

    private static String required(String field, @Nullable String text) throws MalformedException {
        String given = optional(field, text);
        if (given == null) {
            throw new MalformedException(field, "required");
        }
        return given;
    }

    private static @Nullable String optional(String field, @Nullable String text) throws MalformedException {
        if (text != null && (text.isBlank() || text.length() > ID_MAX)) {
            throw new MalformedException(field, "1 to " + ID_MAX + " characters expected");
        }
        return text;
    }
}
