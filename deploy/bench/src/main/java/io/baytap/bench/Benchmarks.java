package io.baytap.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs classes of benchmarks once, on one thread; each benchmark is warmed up for as long as it is measured. */
public final class Benchmarks {

    private static final int ITERATIONS = 5;
    private static final TimeValue SHORTEST = TimeValue.milliseconds(20);

    /** JMH asks where fields lie, which the JVM warns of. */
    private static final String QUIET = "--sun-misc-unsafe-memory-access=allow";

    private Benchmarks() {}

    /**
     * How to run them.
     *
     * @param forks processes for each; 0: in this one, for a test
     * @param seconds of each of five iterations; 0: hardly any time, for a test
     * @param jvm options of the processes
     */
    public record How(int forks, int seconds, List<String> jvm) {}

    /** One result for each benchmark and each combination of parameters. */
    public static Collection<RunResult> run(List<Class<?>> benchmarks, Map<String, String> parameters, How how)
            throws RunnerException {
        TimeValue time = how.seconds() > 0 ? TimeValue.seconds(how.seconds()) : SHORTEST;
        var options = new OptionsBuilder()
                .forks(how.forks())
                .jvmArgs(how.jvm().toArray(String[]::new))
                .jvmArgsAppend(QUIET)
                .threads(1)
                .warmupIterations(ITERATIONS)
                .warmupTime(time)
                .measurementIterations(ITERATIONS)
                .measurementTime(time)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        benchmarks.forEach(benchmark -> options.include(benchmark.getName()));
        parameters.forEach(options::param);
        return new Runner(options.build()).run();
    }
}
