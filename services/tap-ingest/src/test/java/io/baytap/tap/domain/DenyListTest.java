package io.baytap.tap.domain;

import static io.baytap.tap.domain.City.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenyListTest {

    private final DenyList list = new DenyList(1000);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aGateThatFollowsTheChangesHoldsTheWholeList(long seed) {
        var random = new SplittableRandom(seed);
        long[] ends = new long[4];
        var held = new TreeSet<String>();
        DenyListVersion version = list.version();
        for (int i = 0; i < 500; i++) {
            String rider = "rider" + random.nextInt(40);
            int partition = Math.floorMod(rider.hashCode(), 4);
            ends[partition] += random.nextInt(1, 3);
            if (random.nextBoolean()) {
                list.deny(rider, NOW, partition, ends[partition]);
            } else {
                list.lift(rider, partition, ends[partition]);
            }
            if (random.nextInt(10) == 0) {
                DenyList.Told told = Objects.requireNonNull(list.since(version));
                told.denied().forEach(denial -> held.add(denial.riderId()));
                told.lifted().forEach(held::remove);
                version = told.version();
                assertThat(held)
                        .containsExactlyInAnyOrderElementsOf(list.whole().denied().stream()
                                .map(Denial::riderId)
                                .toList());
            }
        }
    }

    @Test
    void aVersionIsTheSameAfterItsText() {
        list.deny("a", NOW, 0, 12);
        list.deny("b", NOW, 7, 3);

        assertThat(list.version()).hasToString("0-13.7-4");
        assertThat(DenyListVersion.find("0-13.7-4")).isEqualTo(list.version());
        assertThat(DenyListVersion.find("none")).isEqualTo(new DenyList(1).version());
        assertThat(DenyListVersion.find("0-13.")).isNull();
        assertThat(DenyListVersion.find("")).isNull();
    }

    @Test
    void whatIsReadAgainFromTheBeginningChangesNothing() {
        list.deny("a", NOW, 0, 1);
        list.lift("a", 0, 2);
        DenyListVersion version = list.version();

        list.deny("a", NOW, 0, 1);

        assertThat(list.find("a")).isNull();
        assertThat(list.version()).isEqualTo(version);
    }

    @Test
    void changesSinceAVersionThatIsTooOldOrOfAnotherListAreNotTold() {
        var small = new DenyList(1);
        small.deny("a", NOW, 0, 0);
        DenyListVersion old = small.version();
        small.lift("a", 0, 1);
        DenyListVersion younger = small.version();
        small.lift("b", 0, 2);

        assertThat(small.since(old)).isNull();
        assertThat(Objects.requireNonNull(small.since(younger)).lifted()).containsExactly("b");
        assertThat(small.since(Objects.requireNonNull(DenyListVersion.find("0-99"))))
                .isNull();
        assertThat(small.since(Objects.requireNonNull(DenyListVersion.find("5-1"))))
                .isNull();
    }

    @Test
    void whoWaitsIsWokenByTheNextChange() throws Exception {
        DenyListVersion known = list.version();
        assertThat(list.awaitOther(known, Duration.ofMillis(1))).isFalse();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> woken = threads.submit(() -> list.awaitOther(known, Duration.ofMinutes(1)));

            list.deny("a", NOW, 0, 0);

            assertThat(woken.get()).isTrue();
        }
    }
}
