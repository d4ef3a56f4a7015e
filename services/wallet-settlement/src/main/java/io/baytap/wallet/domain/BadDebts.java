package io.baytap.wallet.domain;

import java.time.Instant;
import java.util.List;

/** Where debts that are given up are kept. */
public interface BadDebts {

    /**
     * Writes off debts that are older than their scheme's contract allows; each once, however many call. The rider stays denied.
     *
     * @param now the business time
     * @return what this call wrote off
     */
    List<BadDebt> writeOff(Instant now);
}
