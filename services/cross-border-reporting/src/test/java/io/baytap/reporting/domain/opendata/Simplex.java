package io.baytap.reporting.domain.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Linear programming over variables that are not negative, with Bland's rule, so that it ends. In whole numbers: the sums of
 * tables with two dimensions are totally unimodular, so each pivot is 1 or −1, which is checked.
 */
final class Simplex {

    private static final int NONE = -1;

    /** The last column is the right-hand side. */
    private final long[][] rows;

    /** The variable that each row gives; NONE where it is still an artificial one. */
    private final int[] basis;

    private final int variables;

    private Simplex(long[][] rows, int[] basis, int variables) {
        this.rows = rows;
        this.basis = basis;
        this.variables = variables;
    }

    /** Finds one solution of equations that have one. */
    static Simplex of(long[][] equations, int variables) {
        long[][] rows = Arrays.stream(equations)
                .map(row -> Arrays.stream(row)
                        .map(factor -> row[variables] < 0 ? -factor : factor)
                        .toArray())
                .toArray(long[][]::new);
        int[] basis = new int[rows.length];
        Arrays.fill(basis, NONE);
        var simplex = new Simplex(rows, basis, variables);
        simplex.climb(column -> simplex.artificial(column));
        assertThat(simplex.artificial(variables)).as("a solution exists").isZero();
        for (int row = 0; row < rows.length; row++) {
            long[] left = rows[row];
            int column = simplex.first(candidate -> left[candidate] != 0);
            if (basis[row] == NONE && column != NONE) {
                simplex.pivot(row, column);
            }
        }
        return simplex;
    }

    /** The most that a variable can be; empty if there is no most. */
    OptionalLong most(int variable) {
        return bound(variable, 1);
    }

    /** The least that it can be. */
    long least(int variable) {
        return bound(variable, -1).orElseThrow();
    }

    private OptionalLong bound(int variable, int sign) {
        var copy = new Simplex(Arrays.stream(rows).map(long[]::clone).toArray(long[][]::new), basis.clone(), variables);
        boolean bounded = copy.climb(column -> {
            long @Nullable [] row = copy.rowOf(variable);
            return row == null ? (column == variable ? sign : 0) : -sign * row[column];
        });
        long @Nullable [] row = copy.rowOf(variable);
        return bounded ? OptionalLong.of(row == null ? 0 : row[variables]) : OptionalLong.empty();
    }

    /** Goes from corner to corner while a variable that is none has a gain; false if one can grow for ever. */
    private boolean climb(IntToLongFunction gain) {
        while (true) {
            int column = first(candidate -> rowOf(candidate) == null && gain.applyAsLong(candidate) > 0);
            if (column == NONE) {
                return true;
            }
            int best = NONE;
            for (int row = 0; row < rows.length; row++) {
                if (rows[row][column] > 0 && (best == NONE || isTighter(row, best, column))) {
                    best = row;
                }
            }
            if (best == NONE) {
                return false;
            }
            pivot(best, column);
        }
    }

    private boolean isTighter(int row, int than, int column) {
        int order = Long.compare(rows[row][variables] * rows[than][column], rows[than][variables] * rows[row][column]);
        return order < 0 || (order == 0 && basis[row] < basis[than]);
    }

    private void pivot(int row, int column) {
        long pivot = rows[row][column];
        assertThat(Math.abs(pivot)).as("pivot").isOne();
        for (int index = 0; index <= variables; index++) {
            rows[row][index] *= pivot;
        }
        for (int other = 0; other < rows.length; other++) {
            long factor = other == row ? 0 : rows[other][column];
            for (int index = 0; factor != 0 && index <= variables; index++) {
                rows[other][index] -= factor * rows[row][index];
            }
        }
        basis[row] = column;
    }

    /** What rows without a variable of their own add up to in a column. */
    private long artificial(int column) {
        return IntStream.range(0, rows.length)
                .filter(row -> basis[row] == NONE)
                .mapToLong(row -> rows[row][column])
                .sum();
    }

    private long @Nullable [] rowOf(int variable) {
        for (int row = 0; row < rows.length; row++) {
            if (basis[row] == variable) {
                return rows[row];
            }
        }
        return null;
    }

    private int first(IntPredicate column) {
        return IntStream.range(0, variables).filter(column).findFirst().orElse(NONE);
    }
}
