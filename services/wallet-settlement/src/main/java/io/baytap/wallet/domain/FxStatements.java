package io.baytap.wallet.domain;

import java.time.LocalDate;

/** Where statements of the position come from. An outage is a {@link StorageOutage}. */
public interface FxStatements {

    /**
     * Of business days, first and last included; deals by the day on which they were struck. Balances are of now.
     *
     * @param first not after {@code last}
     */
    FxStatement of(LocalDate first, LocalDate last);
}
