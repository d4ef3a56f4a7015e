/** wallet-settlement: books fares, charges wallets, closes business days. */
@NullMarked
package io.baytap.wallet;

import org.jspecify.annotations.NullMarked;
