package io.baytap.bench.fares;

import io.baytap.bench.Results;
import io.baytap.fare.domain.Admission;
import io.baytap.fare.domain.Assessment;
import io.baytap.fare.domain.RiderHistory;
import io.baytap.fare.domain.RiderTap;
import io.baytap.fare.domain.Rulebook;
import io.baytap.fare.domain.Tap;
import io.baytap.fare.domain.Tariffs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Assesses a rider when one tap more comes: an exit that ends a journey. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RiderBenchmark {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 4, 9);
    private static final Duration HORIZON = Duration.ofDays(8);

    /** The directory. */
    @Param("")
    public String feeds = "";

    /** In the horizon, before the one that comes. */
    @Param({"2", "20", "60"})
    public int taps;

    private RiderHistory history = RiderHistory.none();
    private Rulebook rules = Rulebook.of(Tariffs.none());
    private @Nullable RiderTap coming;
    private Instant now = Instant.EPOCH;

    /** Lets the rider travel until then. */
    @Setup
    public void travel() throws IOException {
        Results.quieten();
        Rides rides = Rides.of(Path.of(feeds));
        rules = Rulebook.of(rides.tariffs());
        List<Tap> all = new ArrayList<>();
        for (LocalDate day = FIRST_DAY; all.size() <= taps; day = day.plusDays(1)) {
            new TravelDay(rides, day).taps(1, day.toEpochDay()).forEach(rider -> all.add(rider.tap()));
        }
        history = RiderHistory.none();
        for (Tap tap : all.subList(0, taps)) {
            now = tap.occurredAt();
            history = Assessment.of(history.with(admitted(tap)), rules, now).history();
        }
        coming = admitted(all.get(taps));
        now = coming.tap().occurredAt();
        if (assess().changes().isEmpty()) {
            throw new IllegalStateException("the tap changes nothing");
        }
    }

    /** One tap more. */
    @Benchmark
    public Assessment assess() {
        if (coming == null) {
            throw new IllegalStateException("not set up");
        }
        return Assessment.of(history.with(coming), rules, now);
    }

    private RiderTap admitted(Tap tap) {
        return switch (Admission.decide(tap, history, HORIZON, rules.tariffs())) {
            case Admission.Admitted(RiderTap admitted) -> admitted;
            case Admission other -> throw new IllegalStateException(tap + " is not admitted: " + other);
        };
    }
}
