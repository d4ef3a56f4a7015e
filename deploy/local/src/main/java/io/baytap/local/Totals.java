package io.baytap.local;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Sums by a key. */
final class Totals {

    private Totals() {}

    static <E> Map<String, Long> by(Collection<E> all, Function<E, String> key, ToLongFunction<E> amount) {
        Map<String, Long> totals = new TreeMap<>();
        all.forEach(one -> totals.merge(key.apply(one), amount.applyAsLong(one), Math::addExact));
        return totals;
    }
}
