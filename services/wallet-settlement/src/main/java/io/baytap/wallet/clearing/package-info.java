/** Closed days as files for the bank and for finance. */
@NullMarked
package io.baytap.wallet.clearing;

import org.jspecify.annotations.NullMarked;
