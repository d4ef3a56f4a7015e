package io.baytap.tap;

import static io.baytap.tap.kit.GateDevice.BATCH;
import static io.baytap.tap.kit.GateDevice.JSON;
import static io.baytap.tap.kit.GateDevice.NDJSON;
import static io.baytap.tap.kit.World.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Topics;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.taps.v1.TapRejected;
import io.baytap.stack.StackResource;
import io.baytap.tap.kit.RandomTaps;
import io.baytap.tap.kit.RandomTaps.Expected;
import io.baytap.tap.kit.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever taps come together. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RandomBatchesIT {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyTapGetsOneVerdictInOrderAndExactlyTheAcceptedOnesAreOnTheLine(long seed) {
        var random = new SplittableRandom(seed);
        List<Expected> all = new ArrayList<>();

        try (World world = World.create("seed" + seed)) {
            var taps = new RandomTaps(world, random);
            for (int i = 0; i < 8; i++) {
                List<Expected> batch = taps.batch(random.nextInt(1, 60));
                all.addAll(batch);
                List<String> verdicts = verdicts(
                        random.nextBoolean()
                                ? world.fixed.send(BATCH, JSON, RandomTaps.array(batch))
                                : world.fixed.send(BATCH, NDJSON, RandomTaps.lines(batch)));
                assertThat(verdicts)
                        .isEqualTo(batch.stream().map(Expected::verdict).toList());
            }

            assertThat(acceptedOnTheLine(world))
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .filter(Expected::isAccepted)
                            .map(tap -> tap.sequence() + " " + tap.verdict())
                            .toList());
            assertThat(rejectedOnTheLine(world))
                    .isEqualTo(all.stream()
                            .filter(tap -> tap.verdict().startsWith("REJECTED"))
                            .map(tap -> tap.sequence() + " " + tap.verdict())
                            .toList());
        }
    }

    private static List<String> acceptedOnTheLine(World world) {
        return world.onTheLine(Topics.TAPS_ACCEPTED, TapAccepted.class).stream()
                .filter(event -> event.getSequence() > RandomTaps.FIRST)
                .map(event -> event.getSequence() + (event.getLate() ? " LATE" : " ACCEPTED"))
                .toList();
    }

    /** Keyed by gate: in the order in which the gate sent them. */
    private static List<String> rejectedOnTheLine(World world) {
        return world.onTheLine(Topics.TAPS_REJECTED, TapRejected.class).stream()
                .filter(event -> event.getSequence() > RandomTaps.FIRST)
                .map(event -> event.getSequence() + " REJECTED " + event.getReason() + " " + event.getField())
                .toList();
    }
}
