/** Rules of the ledger, of charging and of closing days: plain values and pure functions. */
@NullMarked
package io.baytap.wallet.domain;

import org.jspecify.annotations.NullMarked;
