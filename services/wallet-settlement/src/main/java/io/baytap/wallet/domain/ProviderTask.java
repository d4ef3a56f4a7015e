package io.baytap.wallet.domain;

import java.util.Optional;

/** Something to ask a wallet provider, claimed by one worker for a while. */
public sealed interface ProviderTask {

    /** Debit the wallet by the charge's current attempt. */
    record Debit(Charge charge, String contractId) implements ProviderTask {}

    /** Ask what became of the charge's current attempt; submit the same attempt again if it never arrived. */
    record Query(Charge charge, String contractId) implements ProviderTask {}

    /** Ask whether a refused attempt was debited after all; nothing is submitted again. */
    record Confirm(Charge charge) implements ProviderTask {}

    /** Give money back. */
    record GiveBack(Refund refund) implements ProviderTask {}

    /** Ask what became of a refund that the provider accepted. */
    record QueryRefund(Refund refund) implements ProviderTask {}

    /** The refund, if it is about one. */
    default Optional<Refund> aboutRefund() {
        return switch (this) {
            case GiveBack giveBack -> Optional.of(giveBack.refund());
            case QueryRefund query -> Optional.of(query.refund());
            case Debit _, Query _, Confirm _ -> Optional.empty();
        };
    }

    /** The id of the charge or the refund. */
    default String id() {
        return switch (this) {
            case Debit debit -> debit.charge().id();
            case Query query -> query.charge().id();
            case Confirm confirm -> confirm.charge().id();
            case GiveBack giveBack -> giveBack.refund().id();
            case QueryRefund query -> query.refund().id();
        };
    }
}
