package io.baytap.reporting.domain.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DisclosureControlTest {

    private static final int SEEDS = 600;
    private static final int K = 10;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noSmallCountCanBeNarrowedToFewerValuesThanTheThreshold(long seed) {
        var random = new SplittableRandom(seed);
        int threshold = List.of(3, 5, K).get(random.nextInt(3));
        SortedMap<JourneyCell, Long> cube = Cube.random(random, 7, 600);

        Set<JourneyCell> confidential = DisclosureControl.confidential(cube, threshold);

        assertThat(confidential).containsAll(small(cube, threshold));
        var attack = new Attack(cube, confidential);
        for (JourneyCell cell : small(cube, threshold)) {
            assertThat(attack.values(cell)).as("%s", cell).isGreaterThanOrEqualTo(threshold);
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    /** The attack is worth something: it finds out what only small counts being kept back would give away. */
    @Test
    void withoutFurtherSuppressionTheAttackFindsCountsOut() {
        long broken = seeds().filter(seed -> {
                    SortedMap<JourneyCell, Long> cube = Cube.random(new SplittableRandom(seed), 7, 600);
                    Set<JourneyCell> small = small(cube, K);
                    var attack = new Attack(cube, small);
                    return small.stream().anyMatch(cell -> attack.values(cell) == 1);
                })
                .count();

        assertThat(broken).isGreaterThan(SEEDS / 3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void tablesMadeToGiveTheirSmallCountsAway(String name, long[][] table, long[] hours, String expected) {
        SortedMap<JourneyCell, Long> cube = Cube.of(table, hours);

        Set<JourneyCell> confidential = DisclosureControl.confidential(cube, K);

        assertThat(confidential).containsExactlyInAnyOrderElementsOf(Cube.cells(expected));
        var attack = new Attack(cube, confidential);
        for (JourneyCell cell : small(cube, K)) {
            assertThat(attack.values(cell)).as("%s", cell).isGreaterThanOrEqualTo(K);
        }
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of("no small count", new long[][] {{10, 20}, {30, 40}}, hours(50, 50), ""),
                // A rectangle of the least counts: 1, 20 beside it, 30 below it, 40 across.
                Arguments.of(
                        "one small count",
                        new long[][] {{1, 20, 90}, {30, 40, 90}, {90, 90, 90}},
                        hours(270, 271),
                        "A→A A→B B→A B→B"),
                // Neither can take from the other, so that a third count of the row gives way.
                Arguments.of(
                        "one and one in a row",
                        new long[][] {{1, 1, 90}, {30, 40, 90}, {50, 60, 90}},
                        hours(226, 226),
                        "A→A A→B A→C B→A B→B B→C"),
                // Nothing else is in the row, so its total is the same count; the others of the column give way.
                Arguments.of(
                        "the only count of its row",
                        new long[][] {{4, 0}, {11, 30}, {40, 50}},
                        hours(60, 75),
                        "A→A A→* B→A B→*"),
                Arguments.of("one column", new long[][] {{3}, {12}, {50}}, hours(30, 35), "A→A A→* B→A B→*"),
                Arguments.of("one row", new long[][] {{3, 12, 50}}, hours(30, 35), "A→A *→A A→B *→B"),
                Arguments.of("one journey", new long[][] {{1}}, hours(1), "A→A A→* *→A * 00"),
                Arguments.of(
                        "nine journeys in all",
                        new long[][] {{0, 4}, {5, 0}},
                        hours(8, 1),
                        "A→B B→A A→* B→* *→A *→B * 00 01"),
                Arguments.of("a small hour", new long[][] {{60, 40}}, hours(2, 48, 50), "00 01"),
                // What the large row and column add up to may be told, for the grand total is not.
                Arguments.of(
                        "one large count among small ones",
                        new long[][] {{1, 1}, {1, 30}},
                        hours(33),
                        "A→A A→B B→A B→B A→* *→A * 00"));
    }

    @Test
    void aCityOfStationsTakesSeconds() {
        SortedMap<JourneyCell, Long> cube =
                Cube.drawn(new SplittableRandom(7), new long[100][100], new long[24], 300_000, 2);

        Set<JourneyCell> confidential =
                Assertions.assertTimeout(Duration.ofSeconds(20), () -> DisclosureControl.confidential(cube, K));

        int small = small(cube, K).size();
        assertThat(small).isGreaterThan(1_000);
        assertThat(confidential.size() - small).as("kept back for others").isLessThan(small / 10);
    }

    private static Set<JourneyCell> small(SortedMap<JourneyCell, Long> cube, int threshold) {
        return cube.entrySet().stream()
                .filter(cell -> cell.getValue() < threshold)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static long[] hours(long... hours) {
        return hours;
    }
}
