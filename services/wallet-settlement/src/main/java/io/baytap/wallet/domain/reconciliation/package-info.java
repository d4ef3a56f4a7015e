/** Who agrees with whom: our ledger, the providers' statements and settlements, the bank's. Plain values and pure functions. */
@NullMarked
package io.baytap.wallet.domain.reconciliation;

import org.jspecify.annotations.NullMarked;
