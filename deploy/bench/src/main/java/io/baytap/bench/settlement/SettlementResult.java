package io.baytap.bench.settlement;

import io.baytap.bench.Measurement;
import java.util.List;
import java.util.Map;

/**
 * What was measured, round by round.
 *
 * @param flags by process, what decides its speed
 */
record SettlementResult(
        List<Round> rounds,
        List<ChargingRun.Charging> chargings,
        List<ConversionRace.Conversion> conversions,
        Map<String, String> flags) {

    /**
     * One round.
     *
     * @param posting fares, from Kafka to Kafka
     * @param tpcB transactions
     * @param ceiling transfers, so many transactions at once as the service had: one, and as many as give most
     * @param postings of the ledger that was closed and verified
     * @param closing until the day's batches were told
     * @param verifying from the start of the process
     */
    record Round(
            Measurement posting,
            Measurement tpcB,
            Measurement ceilingOfOne,
            Measurement ceiling,
            long postings,
            Measurement closing,
            Measurement verifying) {}
}
