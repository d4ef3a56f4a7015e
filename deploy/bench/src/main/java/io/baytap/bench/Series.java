package io.baytap.bench;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One figure per round; at least one. */
public record Series(List<Double> values) {

    public static <T> Series of(List<T> rounds, ToDoubleFunction<T> figure) {
        return new Series(rounds.stream().mapToDouble(figure).boxed().toList());
    }

    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }

    public double min() {
        return statistics().getMin();
    }

    public double max() {
        return statistics().getMax();
    }

    /** From the least to the greatest, as a share of the median. */
    public double spread() {
        return (max() - min()) / median();
    }

    private DoubleSummaryStatistics statistics() {
        return values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
    }
}
