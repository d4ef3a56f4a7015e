package io.baytap.tap.domain;

import org.jspecify.annotations.Nullable;

/** Why a gate is not registered or changed. */
public sealed interface RegistryRefusal {

    /** No token is set, so nobody can prove to be an operator. */
    record Closed() implements RegistryRefusal {}

    record TokenInvalid() implements RegistryRefusal {}

    record UnknownGate() implements RegistryRefusal {}

    record MalformedGate(String field, String detail) implements RegistryRefusal {}

    /** The registers are not read to the end yet. */
    record Starting() implements RegistryRefusal {}

    /** Kafka did not acknowledge in time; the change may stand all the same and can be asked for again. */
    record LineAway() implements RegistryRefusal {}

    /** Stable. */
    default String code() {
        return switch (this) {
            case Closed _ -> "REGISTRY_CLOSED";
            case TokenInvalid _ -> "TOKEN_INVALID";
            case UnknownGate _ -> "UNKNOWN_GATE";
            case MalformedGate _ -> "MALFORMED_GATE";
            case Starting _ -> "STARTING";
            case LineAway _ -> "LINE_AWAY";
        };
    }

    /** The field or header at fault; null if no single one is. */
    default @Nullable String field() {
        return switch (this) {
            case TokenInvalid _ -> "Authorization";
            case UnknownGate _ -> "gateId";
            case MalformedGate malformed -> malformed.field();
            case Closed _, Starting _, LineAway _ -> null;
        };
    }

    /** For a person. */
    default String detail() {
        return switch (this) {
            case Closed _ -> "tap.registry-token is not set";
            case TokenInvalid _ -> "Bearer and the registry's token expected";
            case UnknownGate _ -> "no such gate is registered";
            case MalformedGate malformed -> malformed.detail();
            case Starting _ -> "the registers are not read yet";
            case LineAway _ -> "Kafka did not acknowledge; ask again";
        };
    }
}
