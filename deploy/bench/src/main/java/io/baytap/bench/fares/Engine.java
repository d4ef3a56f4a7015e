package io.baytap.bench.fares;

import io.baytap.bench.Benchmarks;
import io.baytap.bench.Series;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** Runs the benchmarks of the engine, round by round. */
final class Engine {

    /** Its name; the others' is a number of taps. */
    static final String PRICE = "price";

    private Engine() {}

    /** Operations per second, by benchmark. */
    static Map<String, Series> measure(Path feeds, int rounds, Benchmarks.How how) throws RunnerException {
        Map<String, List<Double>> perSecond = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (RunResult result : Benchmarks.run(
                    List.of(EngineBenchmark.class, RiderBenchmark.class), Map.of("feeds", feeds.toString()), how)) {
                String taps = result.getParams().getParam("taps");
                perSecond
                        .computeIfAbsent(taps == null ? PRICE : taps, _ -> new ArrayList<>())
                        .add(result.getPrimaryResult().getScore());
            }
        }
        Map<String, Series> series = new LinkedHashMap<>();
        perSecond.forEach((name, scores) -> series.put(name, new Series(List.copyOf(scores))));
        return series;
    }
}
