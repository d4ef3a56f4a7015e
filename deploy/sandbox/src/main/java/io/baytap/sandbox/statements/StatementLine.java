package io.baytap.sandbox.statements;

import java.util.Comparator;

/**
 * What a statement tells of a movement: the truth, unless an error was planted.
 *
 * @param minor the amount as told, minor units
 * @param rate from the price's currency to the settlement currency, times 10⁸
 * @param refundId the provider's number of a refund as told; empty for a payment
 */
record StatementLine(Movement movement, long minor, long rate, String refundId) {

    /** Price, wallet and settlement have one currency. */
    static final long PAR = 100_000_000;

    static final Comparator<StatementLine> BY_TIME =
            Comparator.comparing(StatementLine::movement, Movement.BY_TIME).thenComparing(StatementLine::refundId);

    static StatementLine of(Movement movement) {
        return new StatementLine(
                movement, movement.minor(), PAR, movement instanceof Movement.Refund refund ? refund.refundId() : "");
    }

    boolean isRefund() {
        return movement instanceof Movement.Refund;
    }

    StatementLine withMinor(long told) {
        return new StatementLine(movement, told, rate, refundId);
    }

    StatementLine withRate(long told) {
        return new StatementLine(movement, minor, told, refundId);
    }

    StatementLine withRefundId(String told) {
        return new StatementLine(movement, minor, rate, told);
    }
}
