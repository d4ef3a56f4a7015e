package io.baytap.reporting.domain.opendata;

import static io.baytap.reporting.domain.opendata.JourneyCell.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What somebody finds out who knows all that is published, that totals are sums, that what is confidential is at least one and what is
 * not listed none: the least and the most that each confidential count can be. All whole numbers between them are possible.
 */
final class Attack {

    private final Map<JourneyCell, Long> cube;
    private final List<JourneyCell> unknown;
    private final List<long[]> sums = new ArrayList<>();
    private final Simplex solutions;

    Attack(Map<JourneyCell, Long> cube, Collection<JourneyCell> confidential) {
        this.cube = cube;
        this.unknown = List.copyOf(confidential);
        Predicate<JourneyCell> detail =
                cell -> !cell.origin().equals(TOTAL) && !cell.destination().equals(TOTAL);
        JourneyCell all = new JourneyCell(TOTAL, TOTAL, TOTAL);
        for (JourneyCell total : cube.keySet()) {
            if (total.hour().equals(TOTAL) && total.destination().equals(TOTAL) && !total.equals(all)) {
                sum(total, detail.and(cell -> cell.origin().equals(total.origin())));
            } else if (total.origin().equals(TOTAL) && !total.destination().equals(TOTAL)) {
                sum(total, detail.and(cell -> cell.destination().equals(total.destination())));
            }
        }
        sum(all, detail);
        sum(all, cell -> !cell.hour().equals(TOTAL));
        solutions = Simplex.of(sums.toArray(long[][]::new), unknown.size());
    }

    /** How many values a confidential count may have. */
    long values(JourneyCell cell) {
        int variable = unknown.indexOf(cell);
        OptionalLong most = solutions.most(variable);
        return most.isEmpty() ? Long.MAX_VALUE : most.getAsLong() - solutions.least(variable) + 1;
    }

    /** Its variables are what confidential counts are above one. */
    private void sum(JourneyCell total, Predicate<JourneyCell> parts) {
        long[] row = new long[unknown.size() + 1];
        boolean known = true;
        List<JourneyCell> terms = Stream.concat(
                        Stream.of(total), cube.keySet().stream().filter(parts))
                .toList();
        for (JourneyCell cell : terms) {
            int sign = cell.equals(total) ? 1 : -1;
            int variable = unknown.indexOf(cell);
            if (variable < 0) {
                row[unknown.size()] -= sign * cube.getOrDefault(cell, 0L);
            } else {
                row[variable] = sign;
                row[unknown.size()] -= sign;
                known = false;
            }
        }
        if (known) {
            assertThat(row[unknown.size()]).as("published sums of %s", total).isZero();
        } else {
            sums.add(row);
        }
    }
}
