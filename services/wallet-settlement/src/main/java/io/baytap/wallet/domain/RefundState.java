package io.baytap.wallet.domain;

import org.jspecify.annotations.Nullable;

/**
 * How far a refund has come.
 *
 * @param amountMinor whole minor units of the wallet's currency
 * @param reason why the provider refused it last; null while it has not, and once the money is given back
 */
public record RefundState(
        String id,
        RefundStatus status,
        long amountMinor,
        @Nullable String reason) {}
