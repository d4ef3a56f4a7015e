package io.baytap.wallet.domain.reconciliation;

/** What is wrong with a line, and who has to act. Names are stable: dashboards and consumers read them. */
public enum BreakReason {
    /** Booked by us; the provider's statement of that day does not list it. */
    MISSING_AT_PROVIDER(Owner.PROVIDER),
    /** Listed by the provider under a number that our ledger does not have. */
    MISSING_IN_LEDGER(Owner.US),
    /** Listed again. */
    DOUBLED(Owner.PROVIDER),
    /** Given back again: another refund of the same number, or of the same debit and amount. */
    REFUNDED_TWICE(Owner.PROVIDER),
    /** Listed with another amount than ours. */
    AMOUNT(Owner.PROVIDER),
    /** Listed with an exchange rate that does not turn its amounts into each other. */
    RATE(Owner.PROVIDER),
    /** Listed by a later statement than that of its day: explained by that line. */
    LATE(Owner.PROVIDER),
    /** The provider's batch is not the sum of its statement's lines. */
    BATCH_AMOUNT(Owner.PROVIDER),
    /** Due, and not on the bank's statement. */
    MISSING_AT_BANK(Owner.PROVIDER),
    /** Sent or to be sent by us, and not on the bank's statement. */
    UNPAID(Owner.US),
    /** The bank got less than the provider's batches say. */
    SHORT_PAYOUT(Owner.PROVIDER),
    /** The bank got more than the provider's batches say. */
    OVERPAID(Owner.PROVIDER),
    /** The bank paid an operator another amount than the batch says. */
    PAID_OTHERWISE(Owner.BANK),
    /** A leg of a currency deal is due, and not on the bank's statement. */
    DEAL_UNSETTLED(Owner.BANK),
    /** The bank settled a leg of a currency deal with another amount than was agreed, or more than once. */
    DEAL_AMOUNT(Owner.BANK),
    /** On the bank's statement, and nobody knows why: held in suspense. */
    UNKNOWN_ENTRY(Owner.US),
    /** The bank notified an entry that the statement of its day does not have. */
    NOTIFIED_NOT_BOOKED(Owner.BANK),
    /** The bank notified an entry with another amount or day than its statement has. */
    NOTIFIED_OTHERWISE(Owner.BANK),
    /** Due and not here, or refused; asked for again until it comes. Of the bank's, the bank has to act. */
    STATEMENT_MISSING(Owner.PROVIDER),
    /** A statement came again with other content and was refused. */
    REISSUED(Owner.PROVIDER);

    /** Who has to act. */
    public enum Owner {
        US,
        PROVIDER,
        BANK
    }

    private final Owner owner;

    BreakReason(Owner owner) {
        this.owner = owner;
    }

    public Owner owner() {
        return owner;
    }
}
