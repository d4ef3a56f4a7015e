package io.baytap.wallet.domain;

import static io.baytap.wallet.domain.Examples.abroad;
import static io.baytap.wallet.domain.Examples.cny;
import static io.baytap.wallet.domain.Examples.hkd;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Money;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a journey's fares and charges, in whatever order: no cent appears or goes. */
class CollectionPropertiesTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWalletsOweIsWhatWasNotCollected(long seed) {
        var random = new SplittableRandom(seed);
        var wallet = new PaperWallet(random);
        long net = 0;
        int revision = 0;
        for (int step = 0; step < 60; step++) {
            if (random.nextInt(3) == 0) {
                long next = random.nextInt(4) == 0 ? 0 : random.nextLong(5_000);
                wallet.fare(delta(revision, net, next));
                net = next;
                revision++;
            } else {
                wallet.worker();
            }
            assertThat(wallet.zeroSums()).as("step %d", step).isTrue();
            assertThat(wallet.receivable()).isEqualTo(wallet.owed() - wallet.debited() + wallet.givenBack());
        }
        wallet.finish();

        assertThat(wallet.debited() - wallet.givenBack()).isEqualTo(wallet.owed() - wallet.receivable());
        assertThat(wallet.givenBack()).isLessThanOrEqualTo(wallet.debited());
        assertThat(wallet.receivable()).isEqualTo(wallet.debt());
    }

    private static Conversion delta(int revision, long net, long next) {
        Money wallet = cny(inWallet(next) - inWallet(net));
        return abroad(revision, hkd(next - net), wallet, cny(spread(next) - spread(net)));
    }

    private static long inWallet(long fare) {
        return fare * 925 / 1000 + spread(fare);
    }

    private static long spread(long fare) {
        return fare * 925 / 1000 / 200;
    }
}
