package io.baytap.tariffs.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.tariffs.published.Edge;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RailDistancesTest {

    @Test
    void theShortestWayCountsInBothDirections() {
        var distances = new RailDistances(
                List.of(new Edge("1", "A", "B", 900), new Edge("1", "B", "C", 900), new Edge("2", "A", "C", 2_000)));

        assertThat(distances.from("A")).isEqualTo(Map.of("A", 0, "B", 900, "C", 1_800));
        assertThat(distances.from("C")).isEqualTo(Map.of("C", 0, "B", 900, "A", 1_800));
    }

    @Test
    void whereTwoLinesJoinTheSameStationsTheShorterCounts() {
        var distances = new RailDistances(List.of(new Edge("1", "A", "B", 900), new Edge("2", "A", "B", 700)));

        assertThat(distances.from("A")).containsEntry("B", 700);
    }

    @Test
    void aStationThatNoRailsLeadToIsNotReached() {
        var distances = new RailDistances(List.of(new Edge("1", "A", "B", 900), new Edge("2", "C", "D", 700)));

        assertThat(distances.from("A")).containsOnlyKeys("A", "B");
    }
}
