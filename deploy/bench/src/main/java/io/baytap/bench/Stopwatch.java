package io.baytap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes the time, and the CPU time of processes as the kernel counts it: in hundredths of a second. */
public final class Stopwatch {

    private static final double TICKS_PER_SECOND = 100;

    /** It is many processes; those that have ended count as well. */
    private static final String POSTGRES = "postgres";

    private final Map<String, Long> processes;
    private final Map<String, Double> cpuBefore;
    private final double machineBefore;
    private final long begun = System.nanoTime();

    /** Starts; {@code processes} are ids by name. */
    public Stopwatch(Map<String, Long> processes) {
        this.processes = processes;
        this.cpuBefore = cpu();
        this.machineBefore = machine();
    }

    public Measurement stop(long events) {
        return stop(events, seconds());
    }

    /** For who took the time better. CPU time is counted from the start to now all the same. */
    public Measurement stop(long events, double seconds) {
        Map<String, Double> spent = cpu();
        spent.replaceAll((name, now) -> Math.max(0, now - cpuBefore.getOrDefault(name, 0.0)));
        double ours = spent.values().stream().mapToDouble(Double::doubleValue).sum();
        double all = seconds() * Runtime.getRuntime().availableProcessors();
        return new Measurement(events, seconds, spent, Math.max(0, (machine() - machineBefore - ours) / all));
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    private Map<String, Double> cpu() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        processes.forEach((name, pid) -> seconds.put(name, name.equals(POSTGRES) ? withChildren(pid) : own(pid)));
        return seconds;
    }

    private static double withChildren(long pid) {
        return sum(pid, 4)
                + ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .mapToDouble(child -> sum(child.pid(), 4))
                        .sum();
    }

    private static double own(long pid) {
        return sum(pid, 2);
    }

    /** The first of: user, system, and both of children that have ended. 0 if the process is gone. */
    private static double sum(long pid, int fields) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The name before it may hold anything; user time is the twelfth field after it.
            return seconds(line.substring(line.lastIndexOf(')') + 2), 11, 11 + fields);
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Of the whole machine: user, nice and system, then interrupts and what other machines took. */
    private static double machine() {
        try {
            String line = Files.readAllLines(Path.of("/proc/stat")).getFirst();
            return seconds(line, 1, 4) + seconds(line, 6, 9);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(String line, int from, int to) {
        return Arrays.stream(line.split(" +"), from, to)
                        .mapToDouble(Double::parseDouble)
                        .sum()
                / TICKS_PER_SECOND;
    }
}
