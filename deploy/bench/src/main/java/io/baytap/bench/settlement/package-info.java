/** wallet-settlement and fx-conversion beside what their database and broker could do at most. */
@org.jspecify.annotations.NullMarked
package io.baytap.bench.settlement;
