@NullMarked
package io.baytap.wallet.reconciliation;

import org.jspecify.annotations.NullMarked;
