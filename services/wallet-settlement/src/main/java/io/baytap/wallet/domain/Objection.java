package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.reconciliation.BreakReason;
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
            case BreakNotOpen _ -> "BREAK_NOT_OPEN";
            case OtherAmount _ -> "OTHER_AMOUNT";
            case NotInSuspense _ -> "NOT_IN_SUSPENSE";
            case NotBookable _ -> "NOT_BOOKABLE";
            case AccountRefused _ -> "ACCOUNT_REFUSED";
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

    /** Something explains it already. */
    record BreakNotOpen(String breakId, String resolvedBy) implements Objection {
        @Override
        public String detail() {
            return breakId + " is not open: resolved by " + resolvedBy;
        }
    }

    /** The break is about another amount, perhaps since it was proposed. */
    record OtherAmount(String breakId, Money asked, Money kept) implements Objection {
        @Override
        public String detail() {
            return "amountMinor: " + breakId + " is about " + kept + ", not " + asked;
        }
    }

    /** Nothing of that break is held in suspense. */
    record NotInSuspense(String breakId, BreakReason reason) implements Objection {
        @Override
        public String detail() {
            return "kind: " + breakId + " is " + reason + " and holds nothing in suspense";
        }
    }

    /** The break is about nothing that our ledger could follow a provider in. */
    record NotBookable(String breakId, BreakReason reason) implements Objection {
        @Override
        public String detail() {
            return "kind: " + breakId + " is " + reason + ": there is nothing to book for it, EXPLAIN or RELEASE it";
        }
    }

    /** There is no such account, or it takes nothing by hand. */
    record AccountRefused(String breakId, String account, Currency currency) implements Objection {
        @Override
        public String detail() {
            return "account: '" + account + "' takes nothing of " + breakId + " in " + currency;
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
