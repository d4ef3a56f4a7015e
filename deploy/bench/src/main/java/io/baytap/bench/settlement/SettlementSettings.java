package io.baytap.bench.settlement;

import java.util.List;

/**
 * What to measure.
 *
 * @param fares of a round; booked, closed and verified
 * @param transactions of TPC-B in a round
 * @param charges debits of a round, asked of the sandbox
 * @param jvm options of the service
 */
record SettlementSettings(int rounds, long fares, int transactions, long charges, List<String> jvm) {}
