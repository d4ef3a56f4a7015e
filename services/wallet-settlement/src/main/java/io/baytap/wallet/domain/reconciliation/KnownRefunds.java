package io.baytap.wallet.domain.reconciliation;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.WalletScheme;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What we gave back, to tell a refund given twice under two numbers from one that we know nothing of. */
final class KnownRefunds {

    private record Given(WalletScheme scheme, String tradeNumber, Money amount) {}

    private final Set<Given> given;

    KnownRefunds(List<LedgerEntry> entries) {
        this.given = entries.stream()
                .filter(entry -> entry.kind() == TradeKind.REFUND)
                .map(entry -> new Given(entry.scheme(), entry.tradeNumber(), entry.amount()))
                .collect(Collectors.toSet());
    }

    /** Whether we gave the same amount of the same debit back, under another number. */
    boolean isAnother(ProviderLine line) {
        return line.kind() == TradeKind.REFUND
                && given.contains(new Given(line.scheme(), line.tradeNumber(), line.amount()));
    }
}
