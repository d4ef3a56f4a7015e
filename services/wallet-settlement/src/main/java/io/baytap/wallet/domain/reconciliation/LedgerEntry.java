package io.baytap.wallet.domain.reconciliation;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.ConversionCheck;
import io.baytap.wallet.domain.Estimate;
import io.baytap.wallet.domain.Payer;
import io.baytap.wallet.domain.WalletScheme;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A debit or a refund as our ledger has it.
 *
 * @param journalId where it is booked
 * @param merchant the operator's number at the provider
 * @param number out_trade_no of a debit, out_refund_no of a refund
 * @param tradeNumber out_trade_no of the debit, also of its refunds
 * @param amount not negative, in the wallet's currency
 * @param estimated what the payer should have paid, where the provider converts; else null
 * @param actedAt when the provider says it debited or gave back; null if it does not say
 */
public record LedgerEntry(
        String journalId,
        WalletScheme scheme,
        String merchant,
        TradeKind kind,
        String number,
        String tradeNumber,
        Money amount,
        @Nullable Estimated estimated,
        Instant bookedAt,
        @Nullable Instant actedAt) {

    /**
     * Our estimate, with the tolerance written in the contract.
     *
     * @param charge what it is for; a debit may be of a part
     */
    public record Estimated(Estimate estimate, Money charge) {

        /** Whether what was paid for a debit is beyond the tolerance. */
        boolean isExceededBy(Money paid, Money debited) {
            var payer = new Payer(paid.minor(), paid.currency().getCurrencyCode(), 0);
            return estimate.check(charge, debited, payer) == ConversionCheck.OUTSIDE;
        }
    }

    /** Where days begin and end, for the provider and for us. */
    static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");

    /** Our clock and the provider's may differ by that much: the provider refuses requests that are further off. */
    private static final Duration SKEW_MAX = Duration.ofMinutes(5);

    /** The day whose statement must list it, as the provider said; or else the latest that it can be, for we book after the provider acted. */
    public LocalDate dueDay() {
        Instant latest = actedAt == null ? bookedAt.plus(SKEW_MAX) : actedAt;
        return latest.atZone(ZONE).toLocalDate();
    }

    /** The day it was booked. */
    public LocalDate day() {
        return bookedAt.atZone(ZONE).toLocalDate();
    }
}
