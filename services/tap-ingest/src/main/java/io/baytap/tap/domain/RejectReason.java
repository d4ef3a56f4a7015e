package io.baytap.tap.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why one tap of an authentic gate is refused. Holds no rider code and no account: it is logged, answered and published. */
public sealed interface RejectReason {

    record MalformedTap(@Nullable String field, String detail) implements RejectReason {}

    /** The field names an id that is not registered, or not on the route. */
    record UnknownStop(String field, String id) implements RejectReason {}

    /** The tap's place contradicts the gate's registration. */
    record LocationMismatch(String field, String detail) implements RejectReason {}

    record ClockAhead(Duration by) implements RejectReason {}

    record TooOld(Duration age) implements RejectReason {}

    record CodeMalformed(String detail) implements RejectReason {}

    record CodeIssuerUnknown() implements RejectReason {}

    record CodeSignatureInvalid() implements RejectReason {}

    record CodeExpired(Instant at) implements RejectReason {}

    record CodeNotYetValid(Instant from) implements RejectReason {}

    record RiderDenied(Instant since) implements RejectReason {}

    /** The gate used this sequence for another tap, which was accepted. */
    record SequenceReused() implements RejectReason {}

    /** Stable: gates, dashboards and downstream consumers read it. */
    default String code() {
        return switch (this) {
            case MalformedTap _ -> "MALFORMED_TAP";
            case UnknownStop _ -> "UNKNOWN_STOP";
            case LocationMismatch _ -> "LOCATION_MISMATCH";
            case ClockAhead _ -> "CLOCK_AHEAD";
            case TooOld _ -> "TOO_OLD";
            case CodeMalformed _ -> "CODE_MALFORMED";
            case CodeIssuerUnknown _ -> "CODE_ISSUER_UNKNOWN";
            case CodeSignatureInvalid _ -> "CODE_SIGNATURE_INVALID";
            case CodeExpired _ -> "CODE_EXPIRED";
            case CodeNotYetValid _ -> "CODE_NOT_YET_VALID";
            case RiderDenied _ -> "RIDER_DENIED";
            case SequenceReused _ -> "SEQUENCE_REUSED";
        };
    }

    /** The field of the tap at fault; null if no single one is. */
    default @Nullable String field() {
        return switch (this) {
            case MalformedTap tap -> tap.field();
            case UnknownStop unknown -> unknown.field();
            case LocationMismatch mismatch -> mismatch.field();
            case ClockAhead _, TooOld _ -> "occurredAt";
            case CodeMalformed _, CodeIssuerUnknown _, CodeSignatureInvalid _ -> "riderCode";
            case CodeExpired _, CodeNotYetValid _, RiderDenied _ -> "riderCode";
            case SequenceReused _ -> "sequence";
        };
    }

    /** For a person. */
    default String detail() {
        return switch (this) {
            case MalformedTap tap -> tap.detail();
            case UnknownStop unknown -> unknown.id() + " is not registered here";
            case LocationMismatch mismatch -> mismatch.detail();
            case ClockAhead ahead -> ahead.by().toSeconds() + " s ahead of now";
            case TooOld old -> old.age().toHours() + " h old";
            case CodeMalformed code -> code.detail();
            case CodeIssuerUnknown _ -> "no issuer is registered under the code's kid";
            case CodeSignatureInvalid _ -> "the issuer did not sign this code";
            case CodeExpired expired -> "expired at " + expired.at();
            case CodeNotYetValid early -> "issued at " + early.from();
            case RiderDenied denied -> "denied since " + denied.since();
            case SequenceReused _ -> "another tap with this sequence was accepted";
        };
    }
}
