package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;

/** What the contracts with the wallets' schemes say; a scheme that is not named has {@link Terms#USUAL}. */
public record SchemeTerms(Map<WalletScheme, Terms> byScheme) {

    private static final BigDecimal BASIS_POINT = new BigDecimal("0.0001");

    /**
     * One scheme's.
     *
     * @param feeBasisPoints what the provider keeps of a debit, in hundredths of a percent; fixed when the charge is opened
     * @param badDebtBearer who loses what is never paid
     * @param writeOffAfter how long a debt is waited for, from its first refusal
     */
    public record Terms(int feeBasisPoints, BadDebtBearer badDebtBearer, Duration writeOffAfter) {

        /** No fee; the operator bears what is not paid within 90 days of the first refusal. */
        public static final Terms USUAL = new Terms(0, BadDebtBearer.OPERATOR, Duration.ofDays(90));
    }

    public Terms of(WalletScheme scheme) {
        return byScheme.getOrDefault(scheme, Terms.USUAL);
    }

    /** The provider's fee on a debit, rounded half up to the minor unit. */
    public static Money fee(Money debited, int feeBasisPoints) {
        return debited.times(BigDecimal.valueOf(feeBasisPoints).multiply(BASIS_POINT), RoundingMode.HALF_UP);
    }
}
