/** What gates and wallets sign, and the wire between a gate and tap-ingest. */
@NullMarked
package io.baytap.sandbox.gates;

import org.jspecify.annotations.NullMarked;
