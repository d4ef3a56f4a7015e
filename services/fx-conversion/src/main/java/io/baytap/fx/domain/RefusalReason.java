package io.baytap.fx.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;

/** Why a rate that could be read is not believed. Facts, not sentences. */
public sealed interface RefusalReason {

    /**
     * It moved too far.
     *
     * @param mid what the refused rates come to
     * @param reference the last accepted mid rate, of {@code referenceDate}
     * @param allowedBasisPoints for the business days in between
     */
    record OutsideBand(
            Pair pair, BigDecimal mid, BigDecimal reference, LocalDate referenceDate, long allowedBasisPoints)
            implements RefusalReason {}

    /** It lies outside the zone in which a peg is defended. */
    record OutsideZone(Pair pair, BigDecimal mid, BigDecimal floor, BigDecimal ceiling) implements RefusalReason {}

    /** A source delivered what is no longer of use. */
    record TooOld(Duration age, Duration max) implements RefusalReason {}

    /** Stable: dashboards and downstream consumers read it. */
    default String code() {
        return switch (this) {
            case OutsideBand _ -> "OUTSIDE_BAND";
            case OutsideZone _ -> "OUTSIDE_ZONE";
            case TooOld _ -> "TOO_OLD";
        };
    }

    /** For a person. */
    default String detail() {
        return switch (this) {
            case OutsideBand(Pair pair, BigDecimal mid, BigDecimal reference, LocalDate date, long allowed) ->
                "%s at %s is more than %d basis points off %s of %s"
                        .formatted(pair, mid.toPlainString(), allowed, reference.toPlainString(), date);
            case OutsideZone(Pair pair, BigDecimal mid, BigDecimal floor, BigDecimal ceiling) ->
                "%s at %s is outside of %s to %s"
                        .formatted(pair, mid.toPlainString(), floor.toPlainString(), ceiling.toPlainString());
            case TooOld(Duration age, Duration max) -> "published %s ago, at most %s is of use".formatted(age, max);
        };
    }
}
