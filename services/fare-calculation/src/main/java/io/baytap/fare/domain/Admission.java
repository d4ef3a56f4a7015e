package io.baytap.fare.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a tap takes part in journeys. */
public sealed interface Admission {

    /** It does. */
    record Admitted(RiderTap tap) implements Admission {}

    /** It was seen before and does nothing. */
    record Duplicate() implements Admission {}

    /** It means nothing here: alighting from a bus that is paid on boarding. */
    record Meaningless() implements Admission {}

    /** It is parked: what cannot be priced must not be paired. */
    record Refused(Reason reason, String detail) implements Admission {}

    /** Stable: the names stand in the dead letters' headers and in metrics. */
    enum Reason {
        NO_TARIFF,
        UNKNOWN_ROUTE,
        UNKNOWN_STOP,
        NO_FARE,
        /** Older than what is kept of the rider: whether it was charged before is no longer known. */
        TOO_OLD,
        /** More taps within the horizon than one person makes: what is kept of a rider has an end. */
        TOO_MANY,
        /** The id of an earlier tap with other content: a defect of the gate or of tap-ingest. */
        CONFLICTING_TAP
    }

    /** Of one rider within the horizon. */
    int TAPS_MAX = 1_000;

    /**
     * Decides about a tap of a rider.
     *
     * @param horizon how long taps are kept
     */
    static Admission decide(Tap tap, RiderHistory history, Duration horizon, Tariffs tariffs) {
        Optional<Tap> known = history.find(tap.id());
        if (known.isPresent()) {
            return known.get().equals(tap) ? new Duplicate() : new Refused(Reason.CONFLICTING_TAP, tap.id());
        }
        Optional<Instant> latest = history.latest();
        if (latest.isPresent() && tap.occurredAt().isBefore(latest.get().minus(horizon))) {
            return new Refused(Reason.TOO_OLD, tap.id() + " of " + tap.occurredAt());
        }
        if (history.taps().size() >= TAPS_MAX) {
            return new Refused(Reason.TOO_MANY, tap.id());
        }
        Optional<Tariff> tariff = tariffs.find(tap.operatorId(), tap.occurredAt());
        return tariff.isPresent()
                ? decide(tap, tariff.get())
                : new Refused(Reason.NO_TARIFF, "operator " + tap.operatorId());
    }

    private static Admission decide(Tap tap, Tariff tariff) {
        Optional<Terms> terms = tariff.findTerms(tap.routeId(), tap.deck());
        if (terms.isEmpty()) {
            return new Refused(Reason.UNKNOWN_ROUTE, tap.routeId());
        }
        if (!tariff.hasStop(tap.stopId())) {
            return new Refused(Reason.UNKNOWN_STOP, tap.stopId());
        }
        boolean meaningless = switch (terms.get().pairing()) {
            case ENTRY_EXIT, BOARD_THEN_REBATE -> false;
            case ON_ENTRY -> tap.direction() == Direction.EXIT;
            case ON_EXIT -> tap.direction() == Direction.ENTRY;
        };
        if (meaningless) {
            return new Meaningless();
        }
        var admitted = new RiderTap(tap, terms.get());
        return FareRules.canPrice(admitted, tariff)
                ? new Admitted(admitted)
                : new Refused(Reason.NO_FARE, tap.routeId() + ", " + tap.stopId() + " at " + tap.occurredAt());
    }
}
