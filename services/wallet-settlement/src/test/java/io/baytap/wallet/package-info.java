/** Tests of wallet-settlement, and the kit they share. */
@NullMarked
package io.baytap.wallet;

import org.jspecify.annotations.NullMarked;
