package io.baytap.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How much memory the line takes. A JVM's peak is the kernel's own high-water mark; PostgreSQL is many processes that share pages, so its
 * proportional shares are added up. The total's peak is the highest sum at one time.
 */
final class MemoryWatch implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 2_000;
    private static final String POSTGRES = "postgres";
    private static final int KIBI = 1024;

    private final Supplier<Map<String, Long>> processes;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private final ScheduledFuture<?> watching;
    private final Map<String, Long> peaks = new LinkedHashMap<>();
    private long totalPeak;

    MemoryWatch(Supplier<Map<String, Long>> processes) {
        this.processes = processes;
        this.watching = timer.scheduleAtFixedRate(this::look, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Peaks by process, in mebibytes. */
    synchronized Map<String, Long> peakMebibytes() {
        Map<String, Long> result = new LinkedHashMap<>();
        peaks.forEach((name, kibibytes) -> result.put(name, kibibytes / KIBI));
        return result;
    }

    /** Of all processes at one time, in mebibytes. */
    synchronized long totalPeakMebibytes() {
        return totalPeak / KIBI;
    }

    @Override
    public void close() {
        watching.cancel(false);
        timer.shutdown();
    }

    private synchronized void look() {
        long total = 0;
        for (Map.Entry<String, Long> process : processes.get().entrySet()) {
            long pid = process.getValue();
            boolean shared = process.getKey().equals(POSTGRES);
            long now = shared ? proportional(pid) : value(pid, "status", "VmRSS:");
            long peak = shared ? now : value(pid, "status", "VmHWM:");
            peaks.merge(process.getKey(), peak, Math::max);
            total += now;
        }
        totalPeak = Math.max(totalPeak, total);
    }

    private static long proportional(long postmaster) {
        Stream<Long> children = ProcessHandle.of(postmaster)
                .map(process -> process.descendants().map(ProcessHandle::pid))
                .orElse(Stream.empty());
        return Stream.concat(Stream.of(postmaster), children)
                .mapToLong(pid -> value(pid, "smaps_rollup", "Pss:"))
                .sum();
    }

    /** In kibibytes; 0 if the process is gone. */
    private static long value(long pid, String file, String field) {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc", Long.toString(pid), file));
            return lines.stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
