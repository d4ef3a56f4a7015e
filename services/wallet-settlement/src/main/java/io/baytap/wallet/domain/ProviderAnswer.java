package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a wallet provider says about a debit or a refund. */
public sealed interface ProviderAnswer {

    /**
     * The wallet was debited.
     *
     * @param amount what was asked for
     * @param payer what that cost the payer, if the provider says
     * @param at when, by the provider's clock, if it says
     */
    record Debited(
            String transactionId,
            Money amount,
            @Nullable Payer payer,
            @Nullable Instant at) implements ProviderAnswer {

        /** Without a word about the payer or the time. */
        public Debited(String transactionId, Money amount) {
            this(transactionId, amount, null, null);
        }
    }

    /** The wallet was not and will not be debited by this attempt; or the provider does not give back, as things stand. */
    record Declined(String reason) implements ProviderAnswer {}

    /** The provider has never heard of the attempt. */
    record NotFound() implements ProviderAnswer {}

    /** A refund was taken on, the money is under way: ask after it. */
    record Accepted(String refundId) implements ProviderAnswer {}

    /**
     * The money was given back.
     *
     * @param at when, by the provider's clock, if it says
     */
    record GivenBack(String refundId, @Nullable Instant at) implements ProviderAnswer {

        /** Without a word about the time. */
        public GivenBack(String refundId) {
            this(refundId, null);
        }
    }

    /** No answer, or none that decides: ask again later. */
    record Undecided(String reason) implements ProviderAnswer {}
}
