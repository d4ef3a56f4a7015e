package io.baytap.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void theMedianIsTheMiddleWhateverTheOrder() {
        assertThat(new Series(List.of(300.0, 100.0, 120.0)).median()).isEqualTo(120);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(new Series(List.of(4.0, 1.0, 3.0, 2.0)).median()).isEqualTo(2.5);
    }

    @Test
    void theSpreadIsTheRangeAsAShareOfTheMedian() {
        var series = new Series(List.of(90.0, 100.0, 120.0));

        assertThat(series.spread()).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void oneRoundHasNoSpread() {
        var series = new Series(List.of(7.0));

        assertThat(series.median()).isEqualTo(7);
        assertThat(series.spread()).isZero();
    }
}
