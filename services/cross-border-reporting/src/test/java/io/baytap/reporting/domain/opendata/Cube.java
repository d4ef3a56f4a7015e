package io.baytap.reporting.domain.opendata;

import static io.baytap.reporting.domain.opendata.JourneyCell.TOTAL;

import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Figures of an operator, counted journey by journey. */
final class Cube {

    private final SortedMap<JourneyCell, Long> cells = new TreeMap<>();

    /** Rows of origins, columns of destinations, both from A; and hours from 00. */
    static SortedMap<JourneyCell, Long> of(long[][] table, long... hours) {
        var cube = new Cube();
        for (int row = 0; row < table.length; row++) {
            for (int column = 0; column < table[row].length; column++) {
                cube.add(new JourneyCell(stop(row), stop(column), TOTAL), table[row][column]);
                cube.add(new JourneyCell(stop(row), TOTAL, TOTAL), table[row][column]);
                cube.add(new JourneyCell(TOTAL, stop(column), TOTAL), table[row][column]);
                cube.add(new JourneyCell(TOTAL, TOTAL, TOTAL), table[row][column]);
            }
        }
        for (int hour = 0; hour < hours.length; hour++) {
            cube.add(new JourneyCell(TOTAL, TOTAL, "%02d".formatted(hour)), hours[hour]);
        }
        return cube.cells;
    }

    /** Any number of journeys between so many stops, of which some are much busier than others. */
    static SortedMap<JourneyCell, Long> random(SplittableRandom random, int stopsMax, int journeysMax) {
        int origins = random.nextInt(1, stopsMax + 1);
        int destinations = random.nextInt(1, stopsMax + 1);
        int hoursMax = random.nextInt(1, 6);
        int journeys = random.nextInt(1, journeysMax + 1);
        int skew = random.nextInt(1, 4);
        return drawn(random, new long[origins][destinations], new long[hoursMax], journeys, skew);
    }

    /** Journeys thrown into a table and its hours; the greater the skew, the more of them into the first ones. */
    static SortedMap<JourneyCell, Long> drawn(
            SplittableRandom random, long[][] table, long[] hours, int journeys, int skew) {
        for (int journey = 0; journey < journeys; journey++) {
            table[draw(random, table.length, skew)][draw(random, table[0].length, skew)]++;
            hours[draw(random, hours.length, skew)]++;
        }
        return of(table, hours);
    }

    private static int draw(SplittableRandom random, int bound, int skew) {
        int drawn = bound;
        for (int time = 0; time < skew; time++) {
            drawn = Math.min(drawn, random.nextInt(bound));
        }
        return drawn;
    }

    private static String stop(int index) {
        return index < 26 ? String.valueOf((char) ('A' + index)) : "S" + index;
    }

    private void add(JourneyCell cell, long journeys) {
        if (journeys > 0) {
            cells.merge(cell, journeys, Long::sum);
        }
    }

    /** Cells written {@code "A→B A→* *→B * 07"}. */
    static List<JourneyCell> cells(String text) {
        return text.isEmpty()
                ? List.of()
                : List.of(text.split(" ", -1)).stream().map(Cube::cell).toList();
    }

    private static JourneyCell cell(String text) {
        String[] ends = text.split("→", -1);
        if (ends.length == 2) {
            return new JourneyCell(total(ends[0]), total(ends[1]), TOTAL);
        }
        return new JourneyCell(TOTAL, TOTAL, total(text));
    }

    private static String total(String text) {
        return text.equals("*") ? TOTAL : text;
    }
}
