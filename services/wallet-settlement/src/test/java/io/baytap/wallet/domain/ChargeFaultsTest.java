package io.baytap.wallet.domain;

import static io.baytap.wallet.domain.Examples.abroad;
import static io.baytap.wallet.domain.Examples.cny;
import static io.baytap.wallet.domain.Examples.hkd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever dies, is lost, comes twice or comes late: no rider is debited twice, no charge is forgotten. */
class ChargeFaultsTest {

    private static final int SEEDS_A_TEST = 500;

    static LongStream seeds() {
        return LongStream.range(0, 20).map(test -> test * SEEDS_A_TEST);
    }

    @ParameterizedTest(name = "seeds {0} and following")
    @MethodSource("seeds")
    void noRiderIsDebitedTwiceAndNoneIsForgotten(long first) {
        LongStream.range(first, first + SEEDS_A_TEST).forEach(ChargeFaultsTest::run);
    }

    private static void run(long seed) {
        var random = new SplittableRandom(seed);
        var world = new FaultyWorld(
                random,
                IntStream.range(0, 3)
                        .mapToObj(i -> ChargeRules.open(abroad(i, hkd(1000), cny(930 + i), cny(5)), true))
                        .toList());

        for (int step = 0; step < 150; step++) {
            world.step();
            world.charges()
                    .forEach(charge -> assertThat(world.provider().debits(charge.id()))
                            .as("seed %d: debits of %s", seed, charge)
                            .isLessThanOrEqualTo(1));
        }
        world.settleDown();

        List<Charge> charges = world.charges();
        boolean owes = false;
        for (Charge charge : charges) {
            boolean paid = charge.status() == ChargeStatus.SETTLED;
            assertThat(charge.status()).as("seed %d: forgotten", seed).isIn(ChargeStatus.SETTLED, ChargeStatus.DEBT);
            assertThat(world.provider().debits(charge.id())).as("seed %d", seed).isEqualTo(paid ? 1 : 0);
            assertThat(world.booked(charge.id())).as("seed %d", seed).isEqualTo(paid ? 1 : 0);
            owes |= !paid;
        }
        assertThat(!world.denied().isEmpty()).as("seed %d: denied", seed).isEqualTo(owes);

        world.payDebts();

        assertThat(world.charges()).as("seed %d", seed).allMatch(charge -> charge.status() == ChargeStatus.SETTLED);
        assertThat(world.charges()).allMatch(charge -> world.provider().debits(charge.id()) == 1);
        assertThat(world.denied()).as("seed %d: restored", seed).isEmpty();
    }
}
