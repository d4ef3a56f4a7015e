/** Proves the ledger against its own seals. Reads the database by JDBC and shares no statement with what wrote it. */
@NullMarked
package io.baytap.wallet.audit;

import org.jspecify.annotations.NullMarked;
