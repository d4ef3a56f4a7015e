package io.baytap.bench.taps;

import io.baytap.bench.Benchmarks;
import io.baytap.bench.IntakeLoad.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** What verifying costs. */
record Signatures(List<Cost> costs) {

    /** One verification. */
    record Cost(String provider, Message signed, double micros) {}

    /**
     * Something signed.
     *
     * @param of the way of sending that has it; null: every way
     * @param perTap how many of them are verified for a tap
     */
    record Message(String name, @Nullable Shape of, int bytes, double perTap) {}

    static Signatures measure(List<Message> messages, Benchmarks.How how) throws RunnerException {
        List<Cost> costs = new ArrayList<>();
        for (Message message : messages) {
            for (RunResult result : Benchmarks.run(
                    List.of(SignatureBenchmark.class), Map.of("bytes", Integer.toString(message.bytes())), how)) {
                costs.add(new Cost(
                        result.getParams().getParam("provider"),
                        message,
                        result.getPrimaryResult().getScore()));
            }
        }
        return new Signatures(costs);
    }
}
