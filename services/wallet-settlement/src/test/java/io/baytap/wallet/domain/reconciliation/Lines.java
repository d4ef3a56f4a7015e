package io.baytap.wallet.domain.reconciliation;

import io.baytap.schemas.Money;
import java.time.LocalDate;

/** Statement lines, slightly different. */
final class Lines {

    private Lines() {}

    static ProviderLine again(ProviderLine line, String number, String providerNumber) {
        return with(
                line, line.reference() + "-again", number, providerNumber, line.amount(), true, line.statementDay());
    }

    static ProviderLine amount(ProviderLine line, Money amount) {
        return with(line, line.reference(), line.number(), line.providerNumber(), amount, true, line.statementDay());
    }

    static ProviderLine wrongRate(ProviderLine line) {
        return with(
                line,
                line.reference(),
                line.number(),
                line.providerNumber(),
                line.amount(),
                false,
                line.statementDay());
    }

    static ProviderLine late(ProviderLine line) {
        LocalDate next = line.statementDay().plusDays(1);
        return with(line, line.reference(), line.number(), line.providerNumber(), line.amount(), true, next);
    }

    private static ProviderLine with(
            ProviderLine line,
            String reference,
            String number,
            String providerNumber,
            Money amount,
            boolean rateHolds,
            LocalDate statementDay) {
        return new ProviderLine(
                reference,
                line.scheme(),
                line.merchant(),
                line.kind(),
                number,
                line.tradeNumber(),
                providerNumber,
                amount,
                rateHolds,
                line.tradeDay(),
                statementDay);
    }
}
