package io.baytap.tap.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.tap.domain.SequenceSet.Range;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceSetTest {

    private static final int MANY = 1000;

    @Test
    void aGapIsOwedUntilItIsFilled() {
        SequenceSet gap = came(4010, 4014);

        assertThat(gap.owed()).containsExactly(new Range(4011, 4013));
        assertThat(gap.union(came(4012), MANY).owed()).containsExactly(new Range(4011, 4011), new Range(4013, 4013));
        assertThat(gap.union(came(4011, 4012, 4013), MANY).owed()).isEmpty();
    }

    @Test
    void theFirstThatEverCameStartsTheCount() {
        assertThat(came(4010).owed()).isEmpty();
        assertThat(came(4010).union(came(4008), MANY).owed()).containsExactly(new Range(4009, 4009));
    }

    @Test
    void theHighestSequenceThereIsMakesNoTrouble() {
        SequenceSet set = came(0, Long.MAX_VALUE - 1).union(came(Long.MAX_VALUE), MANY);

        assertThat(set.upTo()).isEqualTo(Long.MAX_VALUE);
        assertThat(set.owed()).containsExactly(new Range(1, Long.MAX_VALUE - 2));
    }

    @Test
    void beyondTheLimitTheLowestGapsAreForgottenAndThatIsSaid() {
        SequenceSet three = came(1, 3, 5, 7).union(SequenceSet.NONE, 3);
        SequenceSet four = three.union(came(9), 3);

        assertThat(three.owed()).hasSize(3);
        assertThat(three.forgottenUpTo()).isNull();
        assertThat(four.owed()).containsExactly(new Range(4, 4), new Range(6, 6), new Range(8, 8));
        assertThat(four.forgottenUpTo()).isEqualTo(2);
    }

    @Test
    void rangesThatAreNoGapsAreRefused() {
        assertThatThrownBy(() -> SequenceSet.between(1, 5, List.of(new Range(5, 6)), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SequenceSet.between(1, 9, List.of(new Range(5, 6), new Range(3, 3)), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void unionIsThatOfSetsInAnyOrderAndAnyNumberOfTimes(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            long[] a = random.longs(random.nextInt(1, 30), 0, 60).toArray();
            long[] b = random.longs(random.nextInt(1, 30), 0, 60).toArray();
            var model = new TreeSet<Long>();
            LongStream.concat(LongStream.of(a), LongStream.of(b)).forEach(model::add);

            SequenceSet union = came(a).union(came(b), MANY);

            assertThat(members(union)).isEqualTo(List.copyOf(model));
            assertThat(came(b).union(came(a), MANY)).isEqualTo(union);
            assertThat(union.union(came(a), MANY)).isEqualTo(union);
            assertThat(SequenceSet.between(union.from(), union.upTo(), union.owed(), null))
                    .isEqualTo(union);
        }
    }

    private static SequenceSet came(long... sequences) {
        return SequenceSet.of(LongStream.of(sequences));
    }

    private static List<Long> members(SequenceSet set) {
        return set.came().stream()
                .flatMap(range ->
                        LongStream.rangeClosed(range.from(), range.to()).boxed())
                .toList();
    }
}
