package io.baytap.fare.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same taps in any order, some of them twice, while time goes by as it likes: the same nets for every journey. */
class ArrivalOrderTest {

    private static final List<String> PLACES = List.of(
            "E 1",
            "E 1",
            "X 2",
            "X 2",
            "E 2",
            "X 3",
            "E 3",
            "X 1",
            "E A44",
            "X A47",
            "E B1",
            "X B4",
            "E B3",
            "X T2",
            "E T1",
            "E S1/UPPER",
            "E S2/LOWER");
    private static final Instant START = RiderDay.at("06:00");
    private static final Instant END = RiderDay.at("d7/00:00");

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyOrderGivesTheSameNets(long seed) {
        var random = new Random(seed);
        List<Tap> taps = anyTaps(random);
        Map<String, Money> expected = inOrder(taps).netsByJourney();
        List<Tap> arrivals = new ArrayList<>(taps);
        for (Tap tap : taps) {
            if (random.nextInt(5) == 0) {
                arrivals.add(tap);
            }
        }
        Collections.shuffle(arrivals, random);

        var day = new RiderDay();
        Instant now = START;
        for (Tap tap : arrivals) {
            day.take(tap, now);
            now = now.plus(Duration.ofMinutes(random.nextInt(90)));
            if (random.nextBoolean()) {
                day.wait(now);
            }
        }
        day.wait(END);

        assertThat(day.netsByJourney()).isEqualTo(expected);
        assertThatDeltasAddUp(day);
    }

    private static RiderDay inOrder(List<Tap> taps) {
        var day = new RiderDay();
        taps.forEach(tap -> day.take(tap, tap.occurredAt()));
        return day.wait(END);
    }

    /** Every journey's fares are numbered without a gap, each correcting the one before, and sum up to its net. */
    private static void assertThatDeltasAddUp(RiderDay day) {
        Map<String, FareChange> last = new HashMap<>();
        Map<String, Money> sums = new HashMap<>();
        for (FareChange change : day.changes()) {
            String journey = change.assessed().journeyId();
            FareChange before = last.put(journey, change);
            assertThat(change.assessed().revision())
                    .isEqualTo(before == null ? 0 : before.assessed().revision() + 1);
            assertThat(change.corrects())
                    .isEqualTo(before == null ? null : before.assessed().fareId());
            assertThat(change.assessed().net().isNegative()).isFalse();
            sums.merge(journey, change.delta(), Money::plus);
            assertThat(sums.get(journey)).isEqualTo(change.assessed().net());
        }
    }

    private static List<Tap> anyTaps(Random random) {
        List<Tap> taps = new ArrayList<>();
        int count = 2 + random.nextInt(14);
        long minute = 0;
        for (int i = 0; i < count; i++) {
            minute += 1 + random.nextInt(random.nextInt(4) == 0 ? 600 : 40);
            String time = "d%d/%02d:%02d".formatted(minute / 1440, minute / 60 % 24, minute % 60);
            taps.add(RiderDay.tap(time + " " + PLACES.get(random.nextInt(PLACES.size()))));
        }
        return taps;
    }
}
