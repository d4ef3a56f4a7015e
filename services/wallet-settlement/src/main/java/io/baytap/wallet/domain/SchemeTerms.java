package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** What the contracts with the wallets' schemes say; a scheme that is not named has {@link Terms#USUAL}. */
public record SchemeTerms(Map<WalletScheme, Terms> byScheme) {

    private static final BigDecimal BASIS_POINT = new BigDecimal("0.0001");

    /**
     * One scheme's.
     *
     * @param feeBasisPoints what the provider keeps of a debit, in hundredths of a percent; fixed when the charge is opened
     */
    public record Terms(int feeBasisPoints) {

        /** No fee. */
        public static final Terms USUAL = new Terms(0);
    }

    public Terms of(WalletScheme scheme) {
        return byScheme.getOrDefault(scheme, Terms.USUAL);
    }

    /** The provider's fee on a debit, rounded half up to the minor unit. */
    public static Money fee(Money debited, int feeBasisPoints) {
        return debited.times(BigDecimal.valueOf(feeBasisPoints).multiply(BASIS_POINT), RoundingMode.HALF_UP);
    }
}
