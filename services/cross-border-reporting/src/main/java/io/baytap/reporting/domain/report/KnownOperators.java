package io.baytap.reporting.domain.report;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Operators that there are: those that anything was ever counted of, and those that the settings name before they begin. */
public final class KnownOperators {

    private final Set<String> named;
    private final ReportSource source;

    public KnownOperators(Set<String> named, ReportSource source) {
        this.named = Set.copyOf(named);
        this.source = source;
    }

    /**
     * Their ids, in order.
     *
     * @throws io.baytap.reporting.domain.ReportsAway if the read models do not answer
     */
    public SortedSet<String> all() {
        SortedSet<String> all = new TreeSet<>(source.operators());
        all.addAll(named);
        return all;
    }
}
