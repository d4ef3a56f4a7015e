package io.baytap.bench.fares;

import io.baytap.bench.Series;
import io.baytap.bench.fares.StreamRace.Run;
import java.util.List;
import java.util.Map;

/**
 * What was measured.
 *
 * @param perSecond operations of the engine, by benchmark
 * @param inMemory empty if it was not measured
 */
record FaresResult(
        FeedSet feedSet,
        List<Loading> loadings,
        Map<String, Series> perSecond,
        List<Run> fares,
        List<Run> bare,
        List<Run> inMemory) {

    /**
     * One process that loaded all feeds.
     *
     * @param firstSeconds while nothing was compiled yet
     * @param laterSeconds the last load of the process
     */
    record Loading(double firstSeconds, double laterSeconds, long heapBytes) {}
}
