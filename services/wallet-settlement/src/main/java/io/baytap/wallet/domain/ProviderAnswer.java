package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import org.jspecify.annotations.Nullable;

/** What a wallet provider says about a debit or a refund. */
public sealed interface ProviderAnswer {

    /**
     * The wallet was debited.
     *
     * @param amount what was asked for
     * @param payer what that cost the payer, if the provider says
     */
    record Debited(
            String transactionId, Money amount, @Nullable Payer payer) implements ProviderAnswer {

        /** Without a word about the payer. */
        public Debited(String transactionId, Money amount) {
            this(transactionId, amount, null);
        }
    }

    /** The wallet was not and will not be debited by this attempt; or the provider does not give back, as things stand. */
    record Declined(String reason) implements ProviderAnswer {}

    /** The provider has never heard of the attempt. */
    record NotFound() implements ProviderAnswer {}

    /** A refund was taken on, the money is under way: ask after it. */
    record Accepted(String refundId) implements ProviderAnswer {}

    /** The money was given back. */
    record GivenBack(String refundId) implements ProviderAnswer {}

    /** No answer, or none that decides: ask again later. */
    record Undecided(String reason) implements ProviderAnswer {}
}
