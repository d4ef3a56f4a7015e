package io.baytap.sandbox.statements;

import java.time.LocalDate;

/**
 * What a provider owes us for one sub-merchant and one trade day, minor units.
 *
 * @param fee less what was given back with refunds
 */
public record Settlement(
        Institution institution,
        LocalDate tradeDay,
        String subMchid,
        String currency,
        long pay,
        long refund,
        long fee) {

    /** Derives from trade day, institution and sub-merchant, so it is the same whenever it is asked for. */
    public String batchId() {
        return Days.compact(tradeDay) + institution.spMchid() + subMchid;
    }

    /** When it is paid out. */
    public LocalDate settlementDate() {
        return Days.nextWeekday(tradeDay);
    }

    /** What is paid out; collected, if negative. */
    public long net() {
        return pay - refund - fee;
    }

    Settlement plus(Movement movement, Fees fees) {
        boolean back = movement instanceof Movement.Refund;
        return new Settlement(
                institution,
                tradeDay,
                subMchid,
                currency,
                pay + (back ? 0 : movement.minor()),
                refund + (back ? movement.minor() : 0),
                fee + fees.of(institution, movement));
    }
}
