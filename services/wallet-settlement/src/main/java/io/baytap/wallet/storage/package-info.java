/** The ledger, the charges and the batches in PostgreSQL. Alone in knowing tables. */
@NullMarked
package io.baytap.wallet.storage;

import org.jspecify.annotations.NullMarked;
