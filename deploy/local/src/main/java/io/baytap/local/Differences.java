package io.baytap.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What does not reconcile, in words. */
final class Differences {

    /** Of one kind; the rest is counted. */
    private static final int NAMED_MAX = 10;

    private final List<String> found = new ArrayList<>();

    void add(String difference) {
        found.add(difference);
    }

    void equal(String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            found.add(what + ": expected " + expected + ", got " + actual);
        }
    }

    /** Compares amount by amount; one that is missing is 0. */
    void equal(String what, Map<String, Long> expected, Map<String, Long> actual) {
        Set<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        each(
                what,
                keys.stream()
                        .filter(key -> amount(expected, key) != amount(actual, key))
                        .map(key -> key + ": expected " + amount(expected, key) + ", got " + amount(actual, key))
                        .toList());
    }

    /** Each of them is a difference. */
    void each(String what, List<String> wrong) {
        wrong.stream().limit(NAMED_MAX).forEach(one -> found.add(what + ": " + one));
        if (wrong.size() > NAMED_MAX) {
            found.add(what + ": " + (wrong.size() - NAMED_MAX) + " more");
        }
    }

    List<String> all() {
        return List.copyOf(found);
    }

    private static long amount(Map<String, Long> amounts, String key) {
        Long amount = amounts.get(key);
        return amount == null ? 0 : amount;
    }
}
