package io.baytap.bench.fares;

import io.baytap.bench.Results;
import io.baytap.bench.fares.Rides.Sold;
import io.baytap.fare.domain.Price;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Prices single legs, one after the other, of rides over all feeds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EngineBenchmark {

    /** A power of two, so that the next one is found by a mask. */
    private static final int RIDES = 1 << 16;

    private static final long SEED = 1;

    /** The directory. */
    @Param("")
    public String feeds = "";

    private List<Sold> rides = List.of();
    private int next;

    /** Draws the rides: the array is what the engine is asked for, in no order. */
    @Setup
    public void draw() throws IOException {
        Results.quieten();
        rides = List.copyOf(Rides.of(Path.of(feeds)).draw(RIDES, new SplittableRandom(SEED)));
    }

    /** One leg. */
    @Benchmark
    public Optional<Price> price() {
        Sold sold = rides.get(next++ & (RIDES - 1));
        return sold.tariff().price(sold.ride());
    }
}
