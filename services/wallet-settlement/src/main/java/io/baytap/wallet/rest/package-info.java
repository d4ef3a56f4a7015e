/** HTTP: what the ledger says, and what providers tell us. */
@NullMarked
package io.baytap.wallet.rest;

import org.jspecify.annotations.NullMarked;
