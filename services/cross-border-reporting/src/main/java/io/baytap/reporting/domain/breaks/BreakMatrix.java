package io.baytap.reporting.domain.breaks;

import io.baytap.schemas.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Open breaks by reason, owner and currency, and by age. */
public record BreakMatrix(SortedMap<Line, Map<AgeClass, Cell>> cells) {

    /** What a line of it is about. */
    public record Line(String reason, String owner, String currency) implements Comparable<Line> {
        private static final Comparator<Line> ORDER =
                Comparator.comparing(Line::reason).thenComparing(Line::owner).thenComparing(Line::currency);

        @Override
        public int compareTo(Line other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * How many, and what they add up to.
     *
     * @param amount signed: what some have too much may hide what others lack
     */
    public record Cell(long breaks, Money amount) {
        Cell plus(Cell other) {
            return new Cell(Math.addExact(breaks, other.breaks), amount.plus(other.amount));
        }
    }

    public BreakMatrix {
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    }

    /**
     * Adds them up.
     *
     * @param day the day that ages are counted to
     */
    public static BreakMatrix of(List<BreakSum> sums, LocalDate day) {
        SortedMap<Line, Map<AgeClass, Cell>> cells = new TreeMap<>();
        for (BreakSum sum : sums) {
            String currency = sum.amount().currency().getCurrencyCode();
            int age = Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(sum.agedFrom(), day)));
            cells.computeIfAbsent(new Line(sum.reason(), sum.owner(), currency), _ -> new EnumMap<>(AgeClass.class))
                    .merge(AgeClass.of(age), new Cell(sum.breaks(), sum.amount()), Cell::plus);
        }
        return new BreakMatrix(cells);
    }

    /** How many are open in all. */
    public long breaks() {
        return cells.values().stream()
                .flatMap(ages -> ages.values().stream())
                .mapToLong(Cell::breaks)
                .sum();
    }

    /** How many are open of one age. */
    public long breaks(AgeClass age) {
        return cells.values().stream()
                .filter(ages -> ages.containsKey(age))
                .mapToLong(ages -> Objects.requireNonNull(ages.get(age)).breaks())
                .sum();
    }

    /** What is open in all, by currency; signed. */
    public SortedMap<String, Money> amounts() {
        SortedMap<String, Money> amounts = new TreeMap<>();
        cells.forEach((line, ages) ->
                ages.values().forEach(cell -> amounts.merge(line.currency(), cell.amount(), Money::plus)));
        return amounts;
    }
}
