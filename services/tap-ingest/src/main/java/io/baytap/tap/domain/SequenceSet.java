package io.baytap.tap.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which sequences of a gate have come. Union is commutative and the same twice as once, so replicas may tell each other in any
 * order. What is kept is bounded: beyond that many gaps the lowest are no longer counted.
 *
 * @param came ranges in ascending order that do not touch each other
 * @param forgottenUpTo gaps up to there are no longer counted; null if all are
 */
public record SequenceSet(List<Range> came, @Nullable Long forgottenUpTo) {

    public static final SequenceSet NONE = new SequenceSet(List.of(), null);

    public SequenceSet {
        came = List.copyOf(came);
    }

    /** Sequences without a gap, both ends included. */
    public record Range(long from, long to) {
        @Override
        public String toString() {
            return from == to ? Long.toString(from) : from + "-" + to;
        }
    }

    /** These sequences, in any order. */
    public static SequenceSet of(LongStream sequences) {
        List<Range> single =
                sequences.sorted().mapToObj(each -> new Range(each, each)).toList();
        return new SequenceSet(joined(single), null);
    }

    /** Everything from one sequence up to another but for the ranges that are owed, which are in ascending order. */
    public static SequenceSet between(long from, long upTo, List<Range> owed, @Nullable Long forgottenUpTo) {
        List<Range> came = new ArrayList<>();
        long next = from;
        for (Range gap : owed) {
            if (gap.from() <= next || gap.to() < gap.from() || gap.to() >= upTo) {
                throw new IllegalArgumentException("no gap of " + from + " to " + upTo + ": " + gap);
            }
            came.add(new Range(next, gap.from() - 1));
            next = gap.to() + 1;
        }
        came.add(new Range(next, upTo));
        return new SequenceSet(came, forgottenUpTo);
    }

    public boolean isEmpty() {
        return came.isEmpty();
    }

    /** The lowest that came; there must be one. */
    public long from() {
        return came.getFirst().from();
    }

    /** The highest that came; there must be one. */
    public long upTo() {
        return came.getLast().to();
    }

    /** What lies between those that came. */
    public List<Range> owed() {
        List<Range> owed = new ArrayList<>();
        for (int i = 1; i < came.size(); i++) {
            owed.add(new Range(came.get(i - 1).to() + 1, came.get(i).from() - 1));
        }
        return owed;
    }

    /** What came here or there, with at most that many gaps: the lowest count as filled beyond that. */
    public SequenceSet union(SequenceSet other, int gapsMax) {
        List<Range> all = Stream.concat(came.stream(), other.came.stream())
                .sorted(Comparator.comparingLong(Range::from))
                .toList();
        return new SequenceSet(joined(all), later(forgottenUpTo, other.forgottenUpTo)).bounded(gapsMax);
    }

    private SequenceSet bounded(int gapsMax) {
        int tooMany = came.size() - 1 - gapsMax;
        if (tooMany <= 0) {
            return this;
        }
        List<Range> kept = new ArrayList<>();
        kept.add(new Range(from(), came.get(tooMany).to()));
        kept.addAll(came.subList(tooMany + 1, came.size()));
        return new SequenceSet(kept, later(forgottenUpTo, came.get(tooMany).from() - 1));
    }

    private static List<Range> joined(List<Range> ascending) {
        List<Range> joined = new ArrayList<>();
        for (Range next : ascending) {
            Range last = joined.isEmpty() ? null : joined.getLast();
            // Counted down, for the highest sequence has no next one.
            if (last != null && next.from() - 1 <= last.to()) {
                joined.set(joined.size() - 1, new Range(last.from(), Math.max(last.to(), next.to())));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static @Nullable Long later(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }
}
