package io.baytap.tap.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What this replica knows of every gate's work. What it learns from batches it has to tell the others; what it reads from them
 * it merges.
 */
public final class GateBook implements Register<GateState> {

    private final int gapsMax;
    private final ClockLimits limits;
    private final Map<String, GateState> held = new ConcurrentHashMap<>();
    private final Map<String, GateState> read = new ConcurrentHashMap<>();
    private final Map<String, ClockWatch> clocks = new ConcurrentHashMap<>();
    private final AtomicLong forgotten = new AtomicLong();

    /** Keeps up to that many gaps per gate. */
    public GateBook(int gapsMax, ClockLimits limits) {
        this.gapsMax = gapsMax;
        this.limits = limits;
    }

    @Override
    public @Nullable GateState find(String gateId) {
        return held.get(gateId);
    }

    /** Gates of which something is known. */
    public int size() {
        return held.size();
    }

    /** The gates that owe taps, by id. */
    public Map<String, SequenceSet> owing() {
        Map<String, SequenceSet> owing = new TreeMap<>();
        held.forEach((gateId, state) -> {
            if (state.sequences().came().size() > 1) {
                owing.put(gateId, state.sequences());
            }
        });
        return owing;
    }

    /** How often gaps were given up because there were too many. */
    public long forgotten() {
        return forgotten.get();
    }

    /**
     * A batch that came without having been kept on the way.
     *
     * @param sentAt by the gate's clock
     */
    public void met(String gateId, Instant sentAt, Instant now) {
        ClockWatch watch = clocks.merge(
                gateId, ClockWatch.begin(sentAt, now), (before, _) -> before.with(sentAt, now, limits.window()));
        Duration ahead = watch.ahead(now, limits);
        if (ahead != null && stale(held.get(gateId), now)) {
            var reading = new GateState.ClockReading(ahead.toMillis(), now.truncatedTo(ChronoUnit.MICROS));
            learn(gateId, new GateState(SequenceSet.NONE, reading));
        }
    }

    /** What has to be added to the gate's times: nothing while its clock is close, and never more than the limit. */
    public Duration correction(String gateId, Instant now) {
        ClockWatch watch = clocks.get(gateId);
        Duration ahead = watch == null ? null : watch.ahead(now, limits);
        if (ahead == null) {
            ahead = told(held.get(gateId), now);
        }
        if (ahead.abs().compareTo(limits.driftMin()) <= 0) {
            return Duration.ZERO;
        }
        Duration size = ahead.abs().compareTo(limits.correctionMax()) > 0 ? limits.correctionMax() : ahead.abs();
        Duration correction = ahead.isNegative() ? size : size.negated();
        return Duration.ofMillis(correction.toMillis());
    }

    /** Taps that Kafka has, whatever became of them. */
    public void came(String gateId, List<Verdict> verdicts) {
        var sequences = SequenceSet.of(
                verdicts.stream().mapToLong(Verdict::sequence).filter(sequence -> sequence != TapReading.NO_SEQUENCE));
        if (!sequences.isEmpty()) {
            learn(gateId, new GateState(sequences, null));
        }
    }

    /** What a replica, perhaps this one, told. */
    public void read(String gateId, GateState told) {
        read.put(gateId, told);
        learn(gateId, told);
    }

    /** Somebody wrote off what was known: the count starts anew. */
    public void forget(String gateId) {
        read.remove(gateId);
        held.remove(gateId);
    }

    /** What is known here and was not read from the others yet. */
    public Map<String, GateState> untold() {
        Map<String, GateState> untold = new LinkedHashMap<>();
        held.forEach((gateId, state) -> {
            if (!state.equals(read.get(gateId)) && !state.sequences().isEmpty()) {
                untold.put(gateId, state);
            }
        });
        return untold;
    }

    /** The part of that which cannot wait: gates that owe other taps here than the others believe. */
    public Map<String, GateState> urgent() {
        Map<String, GateState> urgent = untold();
        urgent.entrySet().removeIf(gate -> {
            GateState told = read.get(gate.getKey());
            return told != null
                    && told.sequences()
                            .owed()
                            .equals(gate.getValue().sequences().owed());
        });
        return urgent;
    }

    private void learn(String gateId, GateState more) {
        held.compute(gateId, (_, before) -> {
            GateState known = before == null ? GateState.NONE : before;
            GateState merged = known.merge(more, gapsMax);
            Long forgottenUpTo = merged.sequences().forgottenUpTo();
            if (forgottenUpTo != null && !forgottenUpTo.equals(known.sequences().forgottenUpTo())) {
                forgotten.incrementAndGet();
            }
            return merged;
        });
    }

    /** Told again only twice per window, however often it is measured. */
    private boolean stale(@Nullable GateState state, Instant now) {
        return state == null
                || state.clock() == null
                || Duration.between(state.clock().measuredAt(), now)
                                .compareTo(limits.window().dividedBy(2))
                        > 0;
    }

    private Duration told(@Nullable GateState state, Instant now) {
        if (state == null || state.clock() == null) {
            return Duration.ZERO;
        }
        Duration age = Duration.between(state.clock().measuredAt(), now).abs();
        return age.compareTo(limits.window()) > 0
                ? Duration.ZERO
                : Duration.ofMillis(state.clock().aheadMillis());
    }
}
