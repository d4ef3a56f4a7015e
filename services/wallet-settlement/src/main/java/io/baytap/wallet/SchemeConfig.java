package io.baytap.wallet;

import io.baytap.wallet.domain.BadDebtBearer;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The terms of a wallet scheme's contract. */
public interface SchemeConfig {

    /** What the provider keeps of each debit, in basis points: 0 to 1000. No fee is published; yours is in your contract. */
    @WithDefault("0")
    int feeBasisPoints();

    /** Who loses what a rider never pays: {@code operator} or {@code issuer}. */
    @WithDefault("operator")
    BadDebtBearer badDebtBearer();

    /** How long a debt is waited for, from its first refusal; then it is written off. The rider stays denied. */
    @WithDefault("90d")
    Duration writeOffAfter();
}
