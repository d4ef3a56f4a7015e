package io.baytap.wallet.domain;

/** Something to ask a wallet provider, claimed by one worker for a while. */
public sealed interface ProviderTask {

    /** Debit the wallet by the charge's current attempt. */
    record Debit(Charge charge, String contractId) implements ProviderTask {}

    /** Ask what became of the charge's current attempt; submit the same attempt again if it never arrived. */
    record Query(Charge charge, String contractId) implements ProviderTask {}

    /** Give money back. */
    record GiveBack(Refund refund) implements ProviderTask {}

    /** The id of the charge or the refund. */
    default String id() {
        return switch (this) {
            case Debit debit -> debit.charge().id();
            case Query query -> query.charge().id();
            case GiveBack giveBack -> giveBack.refund().id();
        };
    }
}
