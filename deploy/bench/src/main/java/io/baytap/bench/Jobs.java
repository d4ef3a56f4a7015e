package io.baytap.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Work that several threads share. */
public final class Jobs {

    private Jobs() {}

    /** One of the jobs, by its number from 0; returns how much it did. */
    public interface Job {
        long run(int number) throws Exception;
    }

    /** Runs all of them, in the order of their numbers, so many at once; returns how much they did together. */
    public static long run(int jobs, int atOnce, Job job) throws Exception {
        try (var threads =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            var calls = IntStream.range(0, jobs)
                    .mapToObj(number -> (Callable<Long>) () -> job.run(number))
                    .toList();
            long done = 0;
            for (Future<Long> each : threads.invokeAll(calls)) {
                done += each.get();
            }
            return done;
        }
    }
}
