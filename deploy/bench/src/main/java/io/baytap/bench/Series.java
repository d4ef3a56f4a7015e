package io.baytap.bench;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One figure per round; at least one. */
record Series(List<Double> values) {

    static <T> Series of(List<T> rounds, ToDoubleFunction<T> figure) {
        return new Series(rounds.stream().mapToDouble(figure).boxed().toList());
    }

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }

    double min() {
        return statistics().getMin();
    }

    double max() {
        return statistics().getMax();
    }

    /** From the least to the greatest, as a share of the median. */
    double spread() {
        return (max() - min()) / median();
    }

    private DoubleSummaryStatistics statistics() {
        return values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
    }
}
