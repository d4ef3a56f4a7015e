package io.baytap.tap.domain;

import static io.baytap.tap.domain.City.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateBookTest {

    private static final String GATE = "gate-17";

    private final GateBook book = new GateBook(8, City.CLOCKS);
    private Instant clock = NOW;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void replicasThatTellEachOtherAgreeAndThenFallSilent(long seed) {
        var random = new SplittableRandom(seed);
        List<GateBook> replicas = List.of(book, new GateBook(8, City.CLOCKS), new GateBook(8, City.CLOCKS));
        for (int i = 0; i < 100; i++) {
            came(replicas.get(random.nextInt(3)), random.nextLong(0, 300));
        }

        int rounds = 0;
        while (replicas.stream().anyMatch(replica -> !replica.untold().isEmpty())) {
            tell(replicas, random);
            rounds++;
        }

        assertThat(rounds).isLessThan(8);
        assertThat(replicas).extracting(replica -> replica.find(GATE)).containsOnly(book.find(GATE));
    }

    @Test
    void aRestartedReplicaKnowsWhatWasToldAndAsksForNothingThatCame() {
        came(book, 1, 2, 5);
        var restarted = new GateBook(8, City.CLOCKS);

        book.untold().forEach(restarted::read);
        came(restarted, 3);

        assertThat(Objects.requireNonNull(restarted.find(GATE)).sequences().owed())
                .containsExactly(new SequenceSet.Range(4, 4));
    }

    @Test
    void whatGoesOnWithoutAGapCanWait() {
        came(book, 1, 2);
        book.untold().forEach(book::read);

        came(book, 3);
        assertThat(book.urgent()).isEmpty();
        assertThat(book.untold()).containsKey(GATE);

        came(book, 5);
        assertThat(book.urgent()).containsKey(GATE);
    }

    @Test
    void aClockThatIsAheadIsCorrectedBack() {
        met(Duration.ofSeconds(30), 3);

        assertThat(book.correction(GATE, NOW)).isEqualTo(Duration.ofSeconds(-30));
    }

    @Test
    void aClockThatIsBehindIsMeasuredByTheFastestBatch() {
        met(Duration.ofSeconds(-40), 2);
        met(Duration.ofSeconds(-30), 1);
        met(Duration.ofSeconds(-35), 1);

        assertThat(book.correction(GATE, NOW)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aCorrectionHasALimitAndAThreshold() {
        met(Duration.ofHours(1), 3);
        assertThat(book.correction(GATE, NOW)).isEqualTo(Duration.ofMinutes(-5));

        var close = new GateBook(8, City.CLOCKS);
        for (int i = 0; i < 3; i++) {
            close.met(GATE, NOW.plusSeconds(i).plusSeconds(2), NOW.plusSeconds(i));
        }
        assertThat(close.correction(GATE, NOW)).isZero();
    }

    @Test
    void oneBatchThatWasHeldUpSaysNothingHoweverOftenItComes() {
        for (int i = 0; i < 10; i++) {
            book.met(GATE, NOW.minusSeconds(200), NOW.plusSeconds(i));
        }

        assertThat(book.correction(GATE, NOW)).isZero();
    }

    @Test
    void aMeasurementGrowsOldAndThatOfAnotherReplicaCountsMeanwhile() {
        met(Duration.ofSeconds(30), 3);
        Instant later = NOW.plus(Duration.ofMinutes(30));

        assertThat(book.correction(GATE, later)).isZero();
        book.read(GATE, new GateState(SequenceSet.NONE, new GateState.ClockReading(-9000, later)));
        assertThat(book.correction(GATE, later)).isEqualTo(Duration.ofSeconds(9));
    }

    private void met(Duration ahead, int batches) {
        for (int i = 0; i < batches; i++) {
            clock = clock.plusSeconds(20);
            book.met(GATE, clock.plus(ahead), clock);
        }
    }

    private static void tell(List<GateBook> replicas, SplittableRandom random) {
        GateBook teller = replicas.get(random.nextInt(3));
        teller.untold().forEach((gateId, state) -> replicas.forEach(replica -> replica.read(gateId, state)));
        replicas.forEach(each ->
                each.untold().forEach((gateId, state) -> replicas.forEach(replica -> replica.read(gateId, state))));
    }

    private static void came(GateBook book, long... sequences) {
        book.came(
                GATE,
                Arrays.stream(sequences)
                        .<Verdict>mapToObj(Verdict.Duplicate::new)
                        .toList());
    }
}
