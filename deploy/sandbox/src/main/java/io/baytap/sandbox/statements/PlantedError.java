package io.baytap.sandbox.statements;

import java.time.LocalDate;

/**
 * Something told that is not what happened.
 *
 * @param reference our number of the payment or refund, the batch id of a payout, or the id of a deal
 * @param day the trade day it concerns, or on which a deal was struck
 * @param expectedMinor what happened, minor units
 * @param toldMinor what is told of it, added up over its lines
 * @param toldRate times 10⁸; what is right but for {@code RATE_DIFFERS}
 */
public record PlantedError(
        Name name,
        String reference,
        LocalDate day,
        Institution institution,
        String subMchid,
        String currency,
        long expectedMinor,
        long toldMinor,
        long toldRate) {

    /** What is wrong. */
    public enum Name {
        /** A payment stands in no statement. */
        LINE_MISSING,
        /** A payment's line stands twice. */
        LINE_DOUBLED,
        /** A payment's amounts are too high. */
        AMOUNT_DIFFERS,
        /** A payment's rate is too high, its amounts are right. */
        RATE_DIFFERS,
        /** A payment stands in the next day's statement. */
        LINE_LATE,
        /** A refund stands a second time, with another number of the provider's. */
        REFUNDED_TWICE,
        /** A payout is less than its batch's net. */
        PAYOUT_SHORT,
        /** Our bank settles a deal at another rate than was agreed. */
        DEAL_RATE_DIFFERS
    }

    static PlantedError of(Name name, LocalDate day, Institution institution, StatementLine right, StatementLine told) {
        Movement movement = right.movement();
        return new PlantedError(
                name,
                movement instanceof Movement.Refund refund
                        ? refund.outRefundNo()
                        : movement.payment().outTradeNo(),
                day,
                institution,
                movement.payment().subMchid(),
                movement.payment().currency(),
                movement.minor(),
                told.minor(),
                told.rate());
    }

    static PlantedError shortPayout(Settlement batch, long received) {
        return new PlantedError(
                Name.PAYOUT_SHORT,
                batch.batchId(),
                batch.tradeDay(),
                batch.institution(),
                batch.subMchid(),
                batch.currency(),
                batch.net(),
                received,
                StatementLine.PAR);
    }
}
