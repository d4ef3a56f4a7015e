package io.baytap.bench;

import java.util.Map;

/**
 * Events in a time, and the CPU time they took.
 *
 * @param cpuSeconds by process
 * @param othersShare how much of the machine went to processes that are not ours
 */
public record Measurement(long events, double seconds, Map<String, Double> cpuSeconds, double othersShare) {

    /** This process: it makes the load. */
    public static final String CLIENT = "launcher";

    /** Events per second. */
    public double rate() {
        return events / seconds;
    }

    /** Of all processes. */
    public double cpuMicrosPerEvent() {
        return cpuSeconds.values().stream().mapToDouble(Double::doubleValue).sum() * 1e6 / events;
    }

    public double cpuMicrosPerEvent(String process) {
        return cpuSeconds.getOrDefault(process, 0.0) * 1e6 / events;
    }

    /** The same time and work, counted in something else. */
    public Measurement countedAs(long otherEvents) {
        return new Measurement(otherEvents, seconds, cpuSeconds, othersShare);
    }
}
