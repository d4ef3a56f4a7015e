package io.baytap.wallet.domain;

/** A wallet provider. No method throws for what the provider says or fails to say. */
public interface Provider {

    /** Debits by the charge's current attempt. Asked twice with the same attempt it debits once. */
    ProviderAnswer debit(Charge charge, String contractId);

    /** What became of the charge's current attempt. */
    ProviderAnswer query(Charge charge);

    /** Gives back. Asked twice for the same refund it gives back once. */
    ProviderAnswer giveBack(Refund refund);

    /** What became of a refund that was asked for. */
    ProviderAnswer query(Refund refund);
}
