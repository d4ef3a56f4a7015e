package io.baytap.bench.fares;

import java.util.List;

/**
 * How much is measured.
 *
 * @param rounds each measures everything once
 * @param loads of the tariffs, one after the other in one process per round
 * @param forks of each benchmark of the engine in a round; 0: in this process
 * @param seconds of each of its iterations
 * @param riders whose day is on the topic, {@value TravelDay#TAPS_PER_RIDER} taps each
 * @param inMemory whether the topology is measured with its stores in memory, too, and state is restored
 * @param jvm options of all processes that are measured
 */
record FaresSettings(int rounds, int loads, int forks, int seconds, int riders, boolean inMemory, List<String> jvm) {}
