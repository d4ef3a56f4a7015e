package io.baytap.tap.domain;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much of the denials is in a list: in each partition, everything before an offset. Replicas that have read the same have
 * the same version. Its text is opaque to gates.
 *
 * @param ends the offset after the last denial that is in it, by partition; none in a partition that is missing
 */
public record DenyListVersion(SortedMap<Integer, Long> ends) {

    private static final String EMPTY = "none";
    private static final Pattern PART = Pattern.compile("(\\d{1,5})-(\\d{1,18})");
    private static final int LENGTH_MAX = 512;

    public DenyListVersion {
        ends = Collections.unmodifiableSortedMap(new TreeMap<>(ends));
    }

    /** Null if nobody gave such a version. */
    public static @Nullable DenyListVersion find(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > LENGTH_MAX) {
            return null;
        }
        SortedMap<Integer, Long> ends = new TreeMap<>();
        for (String part : text.equals(EMPTY) ? new String[0] : text.split("\\.", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                return null;
            }
            ends.put(Integer.valueOf(matcher.group(1)), Long.valueOf(matcher.group(2)));
        }
        return new DenyListVersion(ends);
    }

    /** True if the denial is in it. */
    public boolean knows(Denial denial) {
        return end(denial.partition()) > denial.offset();
    }

    /** True if everything in this one is in the other one. */
    public boolean isWithin(DenyListVersion other) {
        return ends.entrySet().stream().allMatch(end -> end.getValue() <= other.end(end.getKey()));
    }

    long end(int partition) {
        return ends.getOrDefault(partition, 0L);
    }

    DenyListVersion with(int partition, long end) {
        SortedMap<Integer, Long> more = new TreeMap<>(ends);
        more.put(partition, end);
        return new DenyListVersion(more);
    }

    @Override
    public String toString() {
        return ends.isEmpty()
                ? EMPTY
                : ends.entrySet().stream()
                        .map(end -> end.getKey() + "-" + end.getValue())
                        .collect(Collectors.joining("."));
    }
}
