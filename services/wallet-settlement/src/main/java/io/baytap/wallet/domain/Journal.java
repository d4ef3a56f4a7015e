package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One entry of the ledger: postings that sum to zero in each currency. Never changed, only followed by others.
 *
 * @param id derives from its cause: {@code posting:<conversionId>}, {@code charge-settled:<chargeId>} …
 */
public record Journal(String id, Kind kind, Instant occurredAt, List<Posting> postings) {

    /** What caused it. */
    public enum Kind {
        FARE,
        CHARGE,
        FEE,
        REFUND,
        WRITE_OFF,
        RECOVERY,
        BATCH,
        DEAL,
        /** A provider's payout on the bank's statement. */
        PAYOUT,
        /** A payment to an operator on the bank's statement. */
        PAYMENT,
        /** A leg of a currency deal on the bank's statement. */
        EXCHANGE,
        /** A bank entry that nobody can explain yet. */
        SUSPENSE,
        /** The explanation of one. */
        RELEASE,
        /** The difference between what was booked and what turned out to be right, as a statement or two people say. */
        ADJUSTMENT
    }

    /**
     * Leaves out postings of nothing.
     *
     * @throws IllegalArgumentException if a currency's postings do not sum to zero: a defect of the rules
     */
    public Journal {
        // As the database keeps it: what is sealed must be what is read again.
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        postings =
                postings.stream().filter(posting -> !posting.amount().isZero()).toList();
        sums(postings).forEach((currency, sum) -> {
            if (!sum.isZero()) {
                throw new IllegalArgumentException("journal " + id + " is out of balance by " + sum);
            }
        });
    }

    private static Map<Currency, Money> sums(List<Posting> postings) {
        Map<Currency, Money> sums = new HashMap<>();
        postings.forEach(posting -> sums.merge(posting.amount().currency(), posting.amount(), Money::plus));
        return sums;
    }
}
