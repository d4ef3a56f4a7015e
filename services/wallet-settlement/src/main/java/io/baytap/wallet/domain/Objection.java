package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.util.Currency;

/** Why a proposal, or a decision about one, does not count. */
public sealed interface Objection {

    /** Stable: callers and the audit trail read it. */
    default String code() {
        return switch (this) {
            case Unknown _ -> "UNKNOWN";
            case OtherCurrency _ -> "OTHER_CURRENCY";
            case MoreThanCharged _ -> "MORE_THAN_CHARGED";
            case NotDebited _ -> "NOT_DEBITED";
            case NoRate _ -> "NO_RATE";
            case PlaceUnknown _ -> "PLACE_UNKNOWN";
            case SamePerson _ -> "SAME_PERSON";
            case AlreadyDecided _ -> "ALREADY_DECIDED";
            case Expired _ -> "EXPIRED";
        };
    }

    /** For a person. */
    String detail();

    /** There is no such journey, charge or proposal. */
    record Unknown(String id) implements Objection {
        @Override
        public String detail() {
            return "there is no " + id;
        }
    }

    /** The amount is not in the currency that the journey or charge is kept in. */
    record OtherCurrency(String id, Currency asked, Currency kept) implements Objection {
        @Override
        public String detail() {
            return id + " is in " + kept + ", not in " + asked;
        }
    }

    /**
     * There is less left of what was charged than is to be taken back.
     *
     * @param left of what was charged
     */
    record MoreThanCharged(String id, Money asked, Money left) implements Objection {
        @Override
        public String detail() {
            return asked + " cannot be taken back: of " + id + " are left " + left;
        }
    }

    /** A refund of what no wallet was debited for. */
    record NotDebited(String chargeId, ChargeStatus status) implements Objection {
        @Override
        public String detail() {
            return chargeId + " is " + status + ", not " + ChargeStatus.SETTLED + ": correct its journey instead";
        }
    }

    /** What a journey costs more is converted at its rate, and a journey whose fares add up to nothing has none. */
    record NoRate(String journeyId) implements Objection {
        @Override
        public String detail() {
            return "the fares of " + journeyId + " add up to nothing, so they have no rate to go by";
        }
    }

    /** Booked by a version that did not keep where journeys took place. */
    record PlaceUnknown(String journeyId) implements Objection {
        @Override
        public String detail() {
            return "where " + journeyId + " took place was not kept when it was booked";
        }
    }

    /** Who proposed may take it back, not approve it. */
    record SamePerson(String proposalId, String name) implements Objection {
        @Override
        public String detail() {
            return proposalId + " was proposed by " + name + " and needs somebody else";
        }
    }

    /** Somebody was faster, or this is the same decision again. */
    record AlreadyDecided(String proposalId, Proposal.State state) implements Objection {
        @Override
        public String detail() {
            return proposalId + " is " + state;
        }
    }

    /** Nobody decided in time. */
    record Expired(String proposalId, Instant at) implements Objection {
        @Override
        public String detail() {
            return proposalId + " expired at " + at;
        }
    }
}
