package io.baytap.tariffs.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.tariffs.Published;
import io.baytap.tariffs.published.TwoWaySection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the import made of KMB's published section fares. */
class TwoWaySectionsTest {

    private static final List<TwoWaySection> SECTIONS = Published.figures().twoWaySections();

    private record Name(String route, String start, String end) {}

    @Test
    void allPublishedSectionsAreThereInBothGenerations() {
        assertThat(SECTIONS.stream()
                        .filter(section -> section.generation().equals(TwoWaySection.BEFORE))
                        .map(section -> List.of(section.route(), section.start(), section.end(), section.fare()))
                        .distinct())
                .hasSize(62);
        assertThat(SECTIONS.stream()
                        .filter(section -> section.generation().equals(TwoWaySection.AFTER))
                        .map(section -> List.of(section.route(), section.start(), section.end(), section.fare()))
                        .distinct())
                .hasSize(62);
    }

    @Test
    void bothGenerationsCoverTheSameStops() {
        Map<String, Set<String>> stops = SECTIONS.stream()
                .collect(Collectors.groupingBy(
                        TwoWaySection::generation,
                        Collectors.mapping(
                                section -> section.routeId() + section.on() + section.off(), Collectors.toSet())));

        assertThat(stops.get(TwoWaySection.BEFORE)).isEqualTo(stops.get(TwoWaySection.AFTER));
    }

    @Test
    void theSectionsOf52XEndWhereItsBoardingFaresChange() {
        assertThat(SECTIONS)
                .filteredOn(section -> section.route().equals("52X"))
                .extracting(section -> "%s %s %s %s>%s %s"
                        .formatted(
                                section.generation(),
                                section.fare(),
                                section.routeId(),
                                section.on(),
                                section.off(),
                                section.quality()))
                .containsExactly(
                        "BEFORE 4.80 KMB:52X:1 39-43>40-44 INFERRED",
                        "BEFORE 4.80 KMB:52X:2 1-5>2-6 INFERRED",
                        "AFTER 5.10 KMB:52X:1 39-43>40-44 INFERRED",
                        "AFTER 5.10 KMB:52X:2 1-5>2-6 INFERRED",
                        "BEFORE 5.80 KMB:52X:1 26-38>27-44 INFERRED",
                        "BEFORE 5.80 KMB:52X:2 1-18>2-19 INFERRED",
                        "AFTER 6.00 KMB:52X:1 26-38>27-44 INFERRED",
                        "AFTER 6.00 KMB:52X:2 1-18>2-19 INFERRED");
    }

    @Test
    void aSectionNeverReachesTheStopWhereBoardingBecomesCheaper() {
        assertThat(SECTIONS)
                .filteredOn(section -> section.routeId().equals("KMB:59M:2"))
                .extracting(TwoWaySection::off)
                .allSatisfy(off -> assertThat(off).hasToString("2-7"));
    }

    @Test
    void sectionsWhoseStopsNothingPublishedTellsHaveNone() {
        assertThat(SECTIONS.stream()
                        .filter(section -> section.quality().equals(TwoWaySection.PLACES_ONLY))
                        .map(section -> new Name(section.route(), section.start(), section.end()))
                        .distinct())
                .containsExactlyInAnyOrder(
                        new Name("68A", "洪天路洪福邨", "屯門華都花園"),
                        new Name("94", "西貢市中心", "麥邊"),
                        new Name("98B", "坑口", "寶康公園"),
                        new Name("98D", "坑口", "寶康公園"),
                        new Name("98D", "康城站", "頌明苑"),
                        new Name("98P", "康盛花園", "寶康公園"),
                        new Name("297P", "坑口", "寶康公園"));
    }
}
