package io.baytap.tap.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a whole request is refused; nothing of it was taken, unless it says so. */
public sealed interface Refusal {

    record MalformedHeader(String header, String detail) implements Refusal {}

    record MalformedBody(String detail) implements Refusal {}

    /** No schema is registered under the id before the Avro. */
    record UnknownSchema(String detail) implements Refusal {}

    /** The Avro is written with the schema of something else than a batch of taps. */
    record OtherEvent(String detail) implements Refusal {}

    record UnknownGate() implements Refusal {}

    record GateSuspended() implements Refusal {}

    record SignatureInvalid() implements Refusal {}

    record ClockSkewed(Instant now, Duration max) implements Refusal {}

    record BodyTooLarge(long bytesMax) implements Refusal {}

    record BatchTooLarge(int tapsMax) implements Refusal {}

    record UnsupportedMediaType() implements Refusal {}

    /** As much is under way as this replica takes. */
    record TooBusy() implements Refusal {}

    /** The registers are not read to the end yet. */
    record Starting() implements Refusal {}

    /** Kafka did not acknowledge everything in time. Some of the taps may be on the line; all may be sent again. */
    record LineAway() implements Refusal {}

    /** The schema registry does not answer, and the schema was not seen before. */
    record RegistryAway() implements Refusal {}

    /** True if the same request may be taken later. */
    default boolean passes() {
        return switch (this) {
            case TooBusy _, Starting _, LineAway _, RegistryAway _ -> true;
            case MalformedHeader _, MalformedBody _, UnknownSchema _, OtherEvent _ -> false;
            case UnknownGate _, GateSuspended _, SignatureInvalid _, ClockSkewed _ -> false;
            case BodyTooLarge _, BatchTooLarge _, UnsupportedMediaType _ -> false;
        };
    }

    /** Stable: gates and dashboards read it. */
    default String code() {
        return switch (this) {
            case MalformedHeader _ -> "MALFORMED_HEADER";
            case MalformedBody _ -> "MALFORMED_BODY";
            case UnknownSchema _ -> "UNKNOWN_SCHEMA";
            case OtherEvent _ -> "OTHER_EVENT";
            case UnknownGate _ -> "UNKNOWN_GATE";
            case GateSuspended _ -> "GATE_SUSPENDED";
            case SignatureInvalid _ -> "SIGNATURE_INVALID";
            case ClockSkewed _ -> "CLOCK_SKEWED";
            case BodyTooLarge _ -> "BODY_TOO_LARGE";
            case BatchTooLarge _ -> "BATCH_TOO_LARGE";
            case UnsupportedMediaType _ -> "UNSUPPORTED_MEDIA_TYPE";
            case TooBusy _ -> "TOO_BUSY";
            case Starting _ -> "STARTING";
            case LineAway _ -> "LINE_AWAY";
            case RegistryAway _ -> "REGISTRY_AWAY";
        };
    }

    /** The header at fault; null if no single one is. */
    default @Nullable String field() {
        return switch (this) {
            case MalformedHeader malformed -> malformed.header();
            case UnknownGate _, GateSuspended _ -> "Baytap-Gate";
            case SignatureInvalid _ -> "Baytap-Signature";
            case ClockSkewed _ -> "Baytap-Sent-At";
            case UnsupportedMediaType _ -> "Content-Type";
            case MalformedBody _, UnknownSchema _, OtherEvent _, BodyTooLarge _, BatchTooLarge _ -> null;
            case TooBusy _, Starting _, LineAway _, RegistryAway _ -> null;
        };
    }

    /** For a person. */
    default String detail() {
        return switch (this) {
            case MalformedHeader malformed -> malformed.detail();
            case MalformedBody malformed -> malformed.detail();
            case UnknownSchema unknown -> unknown.detail();
            case OtherEvent other -> other.detail();
            case UnknownGate _ -> "no such gate is registered";
            case GateSuspended _ -> "the gate is not active";
            case SignatureInvalid _ -> "the gate did not sign this request";
            case ClockSkewed skewed -> "more than " + skewed.max().toSeconds() + " s from " + skewed.now();
            case BodyTooLarge body -> "more than " + body.bytesMax() + " bytes";
            case BatchTooLarge batch -> "more than " + batch.tapsMax() + " taps";
            case UnsupportedMediaType _ -> "application/json, or application/x-ndjson or application/avro for a batch";
            case TooBusy _ -> "too many taps are under way";
            case Starting _ -> "the registers are not read yet";
            case LineAway _ -> "not everything was stored; send it again";
            case RegistryAway _ -> "the schema cannot be looked up now; send it again";
        };
    }
}
