package io.baytap.tariffs;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.tariffs.published.StopRange;
import io.baytap.tariffs.published.TwoWaySection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** KMB's two-way section fares, both generations, through feed and fare engine. */
class TwoWaySectionFaresTest {

    private static final List<TwoWaySection> SECTIONS = Published.figures().twoWaySections();

    @ParameterizedTest
    @CsvSource({"morning, BEFORE", "noon, AFTER"})
    void everyRideWithinASectionCostsTheSectionsFareInBothDirections(String version, String generation) {
        Engine engine = Engine.ofChange(version);
        List<TwoWaySection> sections = SECTIONS.stream()
                .filter(section -> section.generation().equals(generation))
                .toList();
        var wrong = new ArrayList<String>();
        var directions = new TreeSet<String>();
        int rides = 0;
        for (TwoWaySection section : sections) {
            StopRange on = section.on();
            StopRange off = section.off();
            if (on == null || off == null) {
                continue;
            }
            directions.add(section.direction());
            for (int from = on.from(); from <= on.to(); from++) {
                for (int to = Math.max(from + 1, off.from()); to <= off.to(); to++) {
                    String price = engine.price(section.routeId(), stop(section, from), stop(section, to), Days.SUNDAY);
                    String expected = cheapest(sections, section.routeId(), from, to) + " HKD";
                    if (!price.equals(expected)) {
                        wrong.add("%s, %d to %d: %s instead of %s".formatted(section, from, to, price, expected));
                    }
                    rides++;
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(directions).containsExactly(TwoWaySection.AWAY, TwoWaySection.TOWARDS);
        assertThat(rides).isEqualTo(6_599);
    }

    @ParameterizedTest
    @CsvSource({"morning, 2026-04-08T16:00:00Z", "noon, 2026-04-09T04:00:00Z"})
    void aVersionIsInForceFromItsTimeInHongKong(String version, Instant from) {
        assertThat(Engine.ofChange(version).kmb().inForceFrom()).isEqualTo(from);
    }

    @Test
    void onlyTheAfternoonHasTransfers() {
        assertThat(Engine.ofChange("morning").kmb().transfers().isEmpty()).isTrue();
        assertThat(Engine.ofChange("noon").kmb().transfers().isEmpty()).isFalse();
    }

    private static String stop(TwoWaySection section, int number) {
        return section.routeId() + "#" + number;
    }

    private static BigDecimal cheapest(List<TwoWaySection> sections, String routeId, int from, int to) {
        return sections.stream()
                .filter(section -> section.covers(routeId, from, to))
                .map(TwoWaySection::fare)
                .min(BigDecimal::compareTo)
                .orElseThrow();
    }
}
