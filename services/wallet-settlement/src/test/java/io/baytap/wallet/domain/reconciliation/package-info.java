@NullMarked
package io.baytap.wallet.domain.reconciliation;

import org.jspecify.annotations.NullMarked;
