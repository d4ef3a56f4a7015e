package io.baytap.wallet.domain.reconciliation;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.WalletScheme;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a provider's statement.
 *
 * @param reference {@code provider:<scheme>:<statement day>:<line>}
 * @param merchant the operator's number at the provider
 * @param number our number: out_trade_no of a debit, out_refund_no of a refund
 * @param tradeNumber out_trade_no of the debit, also of its refunds
 * @param providerNumber the provider's own: transaction_id of a debit, refund_id of a refund
 * @param amount what left the wallet or came back, or what was asked for where the provider converts; not negative
 * @param rateHolds whether the line's exchange rate turns its amounts into each other
 * @param tradeDay when the provider acted
 * @param statementDay whose statement lists it
 * @param paid what left the payer's account or came back, where the provider converts; else null
 */
public record ProviderLine(
        String reference,
        WalletScheme scheme,
        String merchant,
        TradeKind kind,
        String number,
        String tradeNumber,
        String providerNumber,
        Money amount,
        boolean rateHolds,
        LocalDate tradeDay,
        LocalDate statementDay,
        @Nullable Money paid) {

    /** Of a provider that does not convert. */
    @SuppressWarnings("TooManyParameters") // what a line says
    public ProviderLine(
            String reference,
            WalletScheme scheme,
            String merchant,
            TradeKind kind,
            String number,
            String tradeNumber,
            String providerNumber,
            Money amount,
            boolean rateHolds,
            LocalDate tradeDay,
            LocalDate statementDay) {
        this(
                reference,
                scheme,
                merchant,
                kind,
                number,
                tradeNumber,
                providerNumber,
                amount,
                rateHolds,
                tradeDay,
                statementDay,
                null);
    }

    /** Whether it missed the statement it belongs to. */
    public boolean isLate() {
        return statementDay.isAfter(tradeDay);
    }
}
