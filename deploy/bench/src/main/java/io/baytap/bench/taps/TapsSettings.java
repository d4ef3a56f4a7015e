package io.baytap.bench.taps;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param rounds each measures everything once
 * @param batched taps of a round in batches; as many before the first round, to warm up
 * @param single taps of a round one by one; the same
 * @param linger how long a record waits for company, in tap-ingest and the endpoint
 * @param forks of each benchmark of signatures; 0: in this process
 * @param seconds of each of its iterations
 * @param jvm options of tap-ingest, the endpoint and the benchmarks
 */
record TapsSettings(int rounds, int batched, int single, Duration linger, int forks, int seconds, List<String> jvm) {}
