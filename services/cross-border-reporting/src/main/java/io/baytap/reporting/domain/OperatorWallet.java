package io.baytap.reporting.domain;

import java.util.Comparator;

/** Who earns, and from whose wallets. */
public record OperatorWallet(String operatorId, WalletScheme wallet) implements Comparable<OperatorWallet> {

    private static final Comparator<OperatorWallet> ORDER =
            Comparator.comparing(OperatorWallet::operatorId).thenComparing(OperatorWallet::wallet);

    @Override
    public int compareTo(OperatorWallet other) {
        return ORDER.compare(this, other);
    }
}
